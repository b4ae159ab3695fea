package dev.curfew.views.connections;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.connections.ProfileDraft.Field;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One field of the form: its name, where to type, and below it what is wrong. */
final class FieldRow extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Field field;
    private final ConnectionFormViewModel model;
    private final Ui ui;
    private final TextField input = new TextField();
    private final HBox line = new HBox();
    private final Label words = Labels.wrapped("", "problem-message", "caption");
    private final HBox problem = new HBox();
    private final Label note = Labels.wrapped("", "caption", "muted");
    private final HBox noteLine = new HBox(note);

    FieldRow(Field field, String name, String prompt, ConnectionFormViewModel model, Ui ui) {
        this.field = field;
        this.model = model;
        this.ui = ui;
        getStyleClass().add("field-row");
        Label label = Labels.of(name, "field-name");
        label.setLabelFor(input);
        input.setId(id(field));
        input.setPromptText(prompt);
        input.setAccessibleText(name);
        input.getStyleClass().add("mono");
        HBox.setHgrow(input, Priority.ALWAYS);
        line.getStyleClass().add("field-line");
        line.getChildren().setAll(label, input);
        words.setId(id(field) + "-problem");
        problem.getStyleClass().add("field-problem");
        problem.getChildren().setAll(AppIcon.ERROR.view("danger-icon", "cell-icon"), words);
        note.setId(id(field) + "-note");
        noteLine.getStyleClass().add("field-problem");
        note(Optional.empty());
        getChildren().setAll(line, problem, noteLine);
        input.setText(model.draftProperty().get().texts().getOrDefault(field, ""));
        input.textProperty().subscribe(text -> model.type(field, text));
        showProblem();
    }

    static String id(Field field) {
        return "connection-" + field.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** With a button that chooses a file. */
    FieldRow choosingFile(String title) {
        line.getChildren()
                .add(
                        Buttons.icon(
                                id(field) + "-choose",
                                AppIcon.FOLDER,
                                title,
                                () ->
                                        ui.dialogs()
                                                .chooseOpen(
                                                        new FileQuestion(title, "", "", ""),
                                                        path -> input.setText(path.toString()))));
        return this;
    }

    /** What else is to be said of it, below. */
    void note(Optional<String> said) {
        note.setText(said.orElse(""));
        noteLine.setVisible(said.isPresent());
        noteLine.setManaged(said.isPresent());
    }

    Field field() {
        return field;
    }

    /** What the draft holds, where something else than the operator has changed it. */
    void showText() {
        String text = model.draftProperty().get().texts().getOrDefault(field, "");
        if (!text.equals(input.getText())) {
            input.setText(text);
        }
    }

    TextField input() {
        return input;
    }

    void showProblem() {
        boolean needed = model.draftProperty().get().needs(field);
        setVisible(needed);
        setManaged(needed);
        Optional<String> wrong = model.problem(field).map(this::inWords);
        words.setText(wrong.orElse(""));
        problem.setVisible(wrong.isPresent());
        problem.setManaged(wrong.isPresent());
        input.pseudoClassStateChanged(WRONG, wrong.isPresent());
        input.setAccessibleHelp(wrong.orElse(""));
    }

    private String inWords(DraftCheck.Problem wrong) {
        return switch (wrong) {
            case DraftCheck.Problem.Ours(var key) -> ui.texts().get(key);
            case DraftCheck.Problem.Said(var failure) -> Explanations.detail(failure);
        };
    }
}
