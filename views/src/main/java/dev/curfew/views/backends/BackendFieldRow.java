package dev.curfew.views.backends;

import dev.curfew.views.backends.BackendDraft.Field;
import dev.curfew.views.kit.FormField;
import dev.curfew.views.kit.Ui;
import java.util.Locale;

/** One field of a policy backend's form. */
final class BackendFieldRow extends FormField {
    private final Field field;
    private final BackendFormViewModel model;

    BackendFieldRow(Field field, String name, String prompt, BackendFormViewModel model, Ui ui) {
        super(
                "backend-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                name,
                prompt,
                model.draftProperty().get().texts().getOrDefault(field, ""),
                text -> model.type(field, text),
                ui);
        this.field = field;
        this.model = model;
        showProblem();
    }

    /** With a button that chooses a file. */
    BackendFieldRow choosingFile(String title) {
        chooseFiles(title);
        return this;
    }

    Field field() {
        return field;
    }

    void showProblem() {
        show(model.draftProperty().get().needs(field), model.problem(field));
    }
}
