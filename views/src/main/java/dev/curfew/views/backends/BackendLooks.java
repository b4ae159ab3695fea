package dev.curfew.views.backends;

import dev.curfew.outcome.Outcome;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.TypedQuestion;
import dev.curfew.views.kit.Tasks.Running;
import java.util.function.Consumer;

/**
 * What a policy backend tells of itself when somebody wants to know, by its name. Nothing here
 * waits: answers come back later, once, on the JavaFX thread.
 */
public interface BackendLooks {
    Running decisions(
            String name, LoggedDecision.Wanted wanted, Consumer<Outcome<LoggedDecision.Log>> done);

    /**
     * @param from empty: from the beginning, as far as it tells
     */
    Running changes(String name, String from, Consumer<Outcome<PolicyChange.Page>> done);

    Running model(String name, Consumer<Outcome<PolicyModel>> done);

    /** Asks the backend itself, with the strongest consistency there is. */
    Running ask(String name, TypedQuestion question, Consumer<Outcome<Answer>> done);
}
