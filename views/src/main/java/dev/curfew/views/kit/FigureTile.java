package dev.curfew.views.kit;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One large number with what it counts and where it comes from; it may lead to what it counts. */
public final class FigureTile extends VBox {
    private static final PseudoClass OPENS = PseudoClass.getPseudoClass("opens");
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first-in-row");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("below");

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
    public void note(Node... parts) {
        note.getChildren().setAll(parts);
    }

    /** A click, Enter or Space goes to what it counts. */
    public void opens(Runnable action) {
        pseudoClassStateChanged(OPENS, true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setOnMouseClicked(click -> action.run());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                action.run();
                key.consume();
            }
        });
    }

    /** Where it stands in its strip. */
    void place(boolean firstInRow, boolean below) {
        pseudoClassStateChanged(FIRST, firstInRow);
        pseudoClassStateChanged(BELOW, below);
    }
}
