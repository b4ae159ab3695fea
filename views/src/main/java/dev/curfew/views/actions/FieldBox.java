package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A field with its name above and what is wrong with it below. */
final class FieldBox extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Node field;
    private final Label problem = Labels.wrapped("", "field-problem");
    private final HBox problemLine;

    /**
     * @param field what can be wrong; gets the id {@code id}
     * @param below other nodes under it
     */
    FieldBox(String id, String name, Node field, Node... below) {
        this(id, name, field, field, below);
    }

    /**
     * @param line the field among others
     */
    FieldBox(String id, String name, Node field, Node line, Node[] below) {
        this.field = field;
        field.setId(id);
        field.setAccessibleText(name);
        Label label = Labels.whole(name, "field-name");
        label.setLabelFor(field);
        getStyleClass().add("field-box");
        problem.setId(id + "-problem");
        Tone.DANGER.on(problem);
        Node icon = AppIcon.ERROR.view("caption-icon");
        Tone.DANGER.on(icon);
        problemLine = new HBox(icon, problem);
        problemLine.getStyleClass().add("problem-row");
        getChildren().setAll(label, line);
        getChildren().addAll(below);
        getChildren().add(problemLine);
        problem(Optional.empty());
    }

    void problem(Optional<String> sentence) {
        problem.setText(sentence.orElse(""));
        problemLine.setVisible(sentence.isPresent());
        problemLine.setManaged(sentence.isPresent());
        field.pseudoClassStateChanged(WRONG, sentence.isPresent());
        field.setAccessibleHelp(sentence.orElse(""));
    }
}
