package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.yaml.TextProblem;

/**
 * The operator's rules while they are written.
 *
 * @param read whether what is saved was read; before that nothing can be typed
 * @param saved what is in force, as it was written
 * @param text what stands in the editor
 * @param saving whether it is being saved
 */
public record RulesState(boolean read, String saved, String text, Check check, boolean saving) {
    static final RulesState UNREAD = new RulesState(false, "", "", new Check.Pending(), false);

    /** What is known of the text. */
    public sealed interface Check {
        /** It was typed this moment. */
        record Pending() implements Check {}

        /**
         * @param forbidden how many of the delegations that are there it would not permit
         * @param there how many there are
         */
        record Valid(DelegationRules rules, int forbidden, int there) implements Check {}

        record Wrong(TextProblem problem) implements Check {}
    }

    public boolean isChanged() {
        return !text.equals(saved);
    }

    RulesState with(Check newCheck) {
        return new RulesState(read, saved, text, newCheck, saving);
    }

    RulesState typed(String newText) {
        return new RulesState(read, saved, newText, new Check.Pending(), saving);
    }

    RulesState saving(boolean nowSaving) {
        return new RulesState(read, saved, text, check, nowSaving);
    }

    RulesState saved(String newSaved) {
        return new RulesState(read, newSaved, text, check, false);
    }
}
