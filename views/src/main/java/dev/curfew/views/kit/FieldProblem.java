package dev.curfew.views.kit;

import dev.curfew.outcome.Failure;

/** Why a field can not stay as it is: a text of ours, or what a parser said. */
public sealed interface FieldProblem {
    /** What to say beside the field. */
    String inWords(Ui ui);

    record Ours(String key) implements FieldProblem {
        @Override
        public String inWords(Ui ui) {
            return ui.texts().get(key);
        }
    }

    record Said(Failure failure) implements FieldProblem {
        @Override
        public String inWords(Ui ui) {
            return Explanations.detail(failure);
        }
    }
}
