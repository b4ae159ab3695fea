package dev.curfew.views.kit;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One large number with what it counts and where it comes from. */
public final class FigureTile extends VBox {
    private final Label value = Labels.whole("", "figure");
    private final Label of = Labels.of("", "muted");
    private final Label name = Labels.of("", "figure-name");
    private final HBox note = new HBox();

    public FigureTile(String id) {
        setId(id);
        getStyleClass().add("figure-tile");
        note.getStyleClass().add("figure-note");
        HBox numbers = new HBox(value, of);
        numbers.getStyleClass().add("figure-line");
        getChildren().setAll(numbers, name, note);
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /**
     * Shows a figure.
     *
     * @param ofText such as "of 14 agents"; may be empty
     */
    public void show(String figure, String ofText, String nameText, Tone tone) {
        value.setText(figure);
        of.setText(ofText);
        name.setText(nameText);
        tone.on(value);
        setAccessibleText((figure + " " + ofText + " " + nameText).replace("  ", " "));
    }

    /** The line below: provenance marks and captions. */
    public void note(javafx.scene.Node... parts) {
        note.getChildren().setAll(parts);
    }
}
