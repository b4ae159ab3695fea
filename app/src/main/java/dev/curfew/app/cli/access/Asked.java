package dev.curfew.app.cli.access;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.AccessQuestion.AccessContext;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.question.QuestionText;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who and what is asked about, as it was typed. */
public final class Asked {
    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE",
            description =
                    "What the decision may depend on besides; several times. A value is taken as"
                            + " JSON where it is a number, true, false, a list or an object, else as"
                            + " text. A name with subject. or resource. in front is a property of"
                            + " the one or the other.")
    private Map<String, String> context = new LinkedHashMap<>();

    @Option(
            names = "--agent-type",
            paramLabel = "TYPE",
            defaultValue = "agent",
            description =
                    "The policy backend's type of workloads, for a SPIFFE ID as SUBJECT (default:"
                            + " ${DEFAULT-VALUE}).")
    private String agentType = "agent";

    Outcome<PolicySubject> subject(String text, PolicyIds ids) {
        return QuestionText.subject(text, agentType, ids);
    }

    AccessContext context() {
        return QuestionText.context(context);
    }
}
