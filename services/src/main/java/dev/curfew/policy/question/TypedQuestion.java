package dev.curfew.policy.question;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.PolicyIds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * May this subject do this to this resource, as it stands in a form.
 *
 * @param subject a SPIFFE ID, {@code type:id} or {@code type:id#relation}
 * @param resource {@code type:id}
 * @param context what the decision may depend on besides, {@code name=value} a line
 */
public record TypedQuestion(String subject, String action, String resource, String context) {
    public TypedQuestion {
        subject = subject.strip();
        action = action.strip();
        resource = resource.strip();
    }

    /** As the backend spells it; or INVALID_INPUT, INVALID_SPIFFE_ID. */
    public Outcome<AccessQuestion> spelt(PolicyIds ids) {
        if (action.isEmpty()) {
            return Outcome.failed(Reason.INVALID_INPUT, "the action", "it is empty");
        }
        return QuestionText.subject(subject, QuestionText.AGENT, ids)
                .then(who ->
                        QuestionText.entity(resource, ids)
                                .then(what ->
                                        named().map(context ->
                                                new AccessQuestion(
                                                        who,
                                                        action,
                                                        what,
                                                        QuestionText.context(context)))));
    }

    private Outcome<Map<String, String>> named() {
        Map<String, String> named = new LinkedHashMap<>();
        List<String> lines = context.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals <= 0) {
                return Outcome.failed(Reason.INVALID_INPUT, line, "it is written name=value");
            }
            named.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return Outcome.ok(named);
    }
}
