package dev.curfew.views.actions;

import dev.curfew.outcome.Failure;
import dev.curfew.views.kit.Ui;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.Region;

/** A field for a TTL, for other pages than the forms. */
public final class TtlInput {
    private final TtlField field;
    private final ActionWords words;

    /**
     * @param longestNow where the slider stands while nothing is typed, in seconds
     */
    public TtlInput(String id, String name, long longestNow, Ui ui) {
        field = new TtlField(id, name, longestNow, ui);
        words = new ActionWords(ui);
    }

    public Region node() {
        return field;
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public void problem(Optional<Failure> why) {
        field.problem(why.map(words::brief));
    }
}
