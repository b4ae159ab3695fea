package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field of a form: its name, where to type, and below it what is wrong. */
public class FormField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Ui ui;
    private final TextField input = new TextField();
    private final HBox line = new HBox();
    private final Label words = Labels.wrapped("", "problem-message", "caption");
    private final HBox problem = new HBox();
    private final Label note = Labels.wrapped("", "caption", "muted");
    private final HBox noteLine = new HBox(note);

    /**
     * @param id stable; what is said below the field has ids made of it
     * @param typed hears of each change, first of the text that stands there
     */
    protected FormField(
            String id, String name, String prompt, String text, Consumer<String> typed, Ui ui) {
        this.ui = ui;
        getStyleClass().add("field-row");
        Label label = Labels.of(name, "field-name");
        label.setLabelFor(input);
        input.setId(id);
        input.setPromptText(prompt);
        input.setAccessibleText(name);
        input.getStyleClass().add("mono");
        HBox.setHgrow(input, Priority.ALWAYS);
        line.getStyleClass().add("field-line");
        line.getChildren().setAll(label, input);
        words.setId(id + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.getChildren().setAll(AppIcon.ERROR.view("danger-icon", "cell-icon"), words);
        note.setId(id + "-note");
        noteLine.getStyleClass().add("field-problem");
        note(Optional.empty());
        getChildren().setAll(line, problem, noteLine);
        input.setText(text);
        input.textProperty().subscribe(typed);
    }

    /** Adds a button that chooses a file. */
    protected final void chooseFiles(String title) {
        line.getChildren()
                .add(
                        Buttons.icon(
                                input.getId() + "-choose",
                                AppIcon.FOLDER,
                                title,
                                () ->
                                        ui.dialogs()
                                                .chooseOpen(
                                                        new FileQuestion(title, "", "", ""),
                                                        path -> input.setText(path.toString()))));
    }

    /** What else is to be said of it, below. */
    public final void note(Optional<String> said) {
        note.setText(said.orElse(""));
        noteLine.setVisible(said.isPresent());
        noteLine.setManaged(said.isPresent());
    }

    /** Puts a text there, where something else than the operator has changed it. */
    public final void showText(String text) {
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    public final TextField input() {
        return input;
    }

    /**
     * Shows it or not, and what is wrong with it.
     *
     * @param needed it has a meaning with what is chosen now
     */
    protected final void show(boolean needed, Optional<FieldProblem> problemNow) {
        setVisible(needed);
        setManaged(needed);
        Optional<String> wrong = problemNow.map(found -> found.inWords(ui));
        words.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
        input.pseudoClassStateChanged(WRONG, wrong.isPresent());
        input.setAccessibleHelp(wrong.orElse(""));
    }
}
