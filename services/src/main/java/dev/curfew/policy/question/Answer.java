package dev.curfew.policy.question;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Explanation;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCapability;
import java.util.Optional;

/**
 * What a policy backend decided, and why.
 *
 * @param unexplained why there is no explanation, where one was tried
 */
public record Answer(
        AccessQuestion question,
        Decision decision,
        Optional<Explanation> explanation,
        Optional<Failure> unexplained) {

    /**
     * Asks with the strongest consistency there is, and for the reasons where they are told.
     * Blocks.
     */
    public static Outcome<Answer> of(AccessQuestion question, PolicyBackend backend) {
        Optional<Failure> unexplained = Optional.empty();
        if (backend.capabilities().contains(PolicyCapability.EXPLAIN)) {
            switch (backend.explain(question)) {
                case Ok<Explanation>(var explanation) -> {
                    return Outcome.ok(
                            new Answer(
                                    question,
                                    explanation.decision(),
                                    Optional.of(explanation),
                                    Optional.empty()));
                }
                case Failed<Explanation>(var why) -> unexplained = Optional.of(why);
            }
        }
        Optional<Failure> why = unexplained;
        return backend.check(question, Consistency.STRONGEST)
                .map(decision -> new Answer(question, decision, Optional.empty(), why));
    }
}
