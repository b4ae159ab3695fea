package dev.curfew.views.actions;

import dev.curfew.outcome.Failure;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** A field for names and addresses, for other pages than the forms. */
public final class TextInput {
    private final TextField field = new TextField();
    private final FieldBox box;
    private final ActionWords words;

    /**
     * @param prompt how it is written, shown while nothing is
     */
    public TextInput(String id, String name, String prompt, Ui ui) {
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        box = new FieldBox(id, name, field);
        words = new ActionWords(ui);
    }

    public Region node() {
        return box;
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public void problem(Optional<Failure> why) {
        box.problem(why.map(words::brief));
    }
}
