package dev.curfew.views.connections;

import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.kit.FormField;
import dev.curfew.views.kit.Ui;
import java.util.Locale;

/** One field of a server's form. */
final class FieldRow extends FormField {
    private final Field field;
    private final ConnectionFormViewModel model;

    FieldRow(Field field, String name, String prompt, ConnectionFormViewModel model, Ui ui) {
        super(
                "connection-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-'),
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
    FieldRow choosingFile(String title) {
        chooseFiles(title);
        return this;
    }

    Field field() {
        return field;
    }

    /** What the draft holds, where something else than the operator has changed it. */
    void showText() {
        showText(model.draftProperty().get().texts().getOrDefault(field, ""));
    }

    void showProblem() {
        show(model.draftProperty().get().needs(field), model.problem(field));
    }
}
