package dev.curfew.app.cli.access;

import dev.curfew.app.cli.session.Exits;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.Backend;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.AnswerLines;
import dev.curfew.policy.question.QuestionText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "May this subject do this to this resource, and why.",
        footer = {
            "",
            "Example: curfew access check openfga:127.0.0.1:8081 spiffe://acme.test/agent/planner"
                    + " can_use tool:mail",
            "Exit codes: 0 allowed, 5 denied, 74 neither: it depends on what was not said, could",
            "not be evaluated or was only partly looked at, others: curfew exit-codes"
        })
public final class AccessCheckCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(index = "0", paramLabel = "TARGET", description = Words.POLICY_TARGET)
    private String target = "";

    @Parameters(index = "1", paramLabel = "SUBJECT", description = Words.SUBJECT)
    private String subject = "";

    @Parameters(
            index = "2",
            paramLabel = "ACTION",
            description = "A relation or permission where the backend keeps relationships.")
    private String action = "";

    @Parameters(index = "3", paramLabel = "RESOURCE", description = "As type:id.")
    private String resource = "";

    @Mixin private Asked asked = new Asked();
    @Mixin private PolicyOptions options = new PolicyOptions();

    public AccessCheckCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        Outcome<Answer> answered =
                Backend.with(
                        target,
                        options,
                        session,
                        backend ->
                                question(backend.calls().ids())
                                        .then(one -> Answer.of(one, backend.calls())));
        return switch (answered) {
            case Failed<Answer>(var failure) -> printer.failed(failure);
            case Ok<Answer>(var answer) -> print(answer);
        };
    }

    private Outcome<AccessQuestion> question(PolicyIds ids) {
        return asked.subject(subject, ids)
                .then(who ->
                        QuestionText.entity(resource, ids)
                                .map(what ->
                                        new AccessQuestion(who, action, what, asked.context())));
    }

    private int print(Answer answer) {
        if (printer.isJson()) {
            printer.json(AnswerJson.write(answer, printer));
        } else {
            AnswerLines.of(answer).forEach(printer::line);
            answer.unexplained().ifPresent(printer::warn);
        }
        return switch (answer.decision().verdict()) {
            case ALLOWED -> 0;
            case DENIED -> Exits.DENIED;
            case CONDITIONAL, CANNOT_EVALUATE, PARTIAL -> Reason.CANNOT_EVALUATE.exitCode();
        };
    }
}
