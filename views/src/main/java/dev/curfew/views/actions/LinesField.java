package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A list of texts, a line each, to add to and to take from; each line has its own problem. */
final class LinesField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final String id;
    private final String name;
    private final String prompt;
    private final Ui ui;
    private final Function<String, List<String>> suggestions;
    private final Consumer<List<String>> changed;
    private final VBox lines = new VBox();
    private final List<TextField> fields = new ArrayList<>();
    private final List<Label> problems = new ArrayList<>();
    private final Label problem = problemLabel();

    LinesField(
            String id,
            String name,
            String prompt,
            Function<String, List<String>> suggestions,
            Ui ui,
            Consumer<List<String>> changed) {
        this.id = id;
        this.name = name;
        this.prompt = prompt;
        this.ui = ui;
        this.suggestions = suggestions;
        this.changed = changed;
        setId(id);
        getStyleClass().add("field-box");
        lines.getStyleClass().add("lines");
        problem.setId(id + "-problem");
        getChildren()
                .setAll(
                        Labels.whole(name, "field-name"),
                        lines,
                        problem,
                        Buttons.small(
                                Buttons.of(
                                        id + "-add",
                                        AppIcon.ADD,
                                        ui.text("actions.lines.add"),
                                        () -> add("").requestFocus())));
    }

    private static Label problemLabel() {
        Label label = Labels.wrapped("", "field-problem");
        Tone.DANGER.on(label);
        label.setVisible(false);
        label.setManaged(false);
        return label;
    }

    void show(List<String> texts) {
        lines.getChildren().clear();
        fields.clear();
        problems.clear();
        texts.forEach(this::add);
        if (texts.isEmpty()) {
            add("");
        }
    }

    private TextField add(String text) {
        TextField field = new TextField(text);
        field.setPromptText(prompt);
        field.getStyleClass().add("mono");
        field.setAccessibleText(name);
        HBox.setHgrow(field, Priority.ALWAYS);
        Label wrong = problemLabel();
        HBox line = new HBox(field);
        line.getStyleClass().add("row");
        VBox box = new VBox(line, wrong);
        line.getChildren()
                .add(
                        Buttons.icon(
                                id + "-remove",
                                AppIcon.CLOSE,
                                ui.text("actions.lines.remove"),
                                () -> remove(box, field, wrong)));
        lines.getChildren().add(box);
        fields.add(field);
        problems.add(wrong);
        number();
        Suggestions.offer(field, suggestions);
        field.textProperty().subscribe((before, now) -> tell());
        return field;
    }

    private void remove(VBox box, TextField field, Label wrong) {
        lines.getChildren().remove(box);
        fields.remove(field);
        problems.remove(wrong);
        if (fields.isEmpty()) {
            add("").requestFocus();
        }
        number();
        tell();
    }

    private void number() {
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).setId(id + "-" + i);
            problems.get(i).setId(id + "-" + i + "-problem");
        }
    }

    private void tell() {
        changed.accept(fields.stream().map(TextField::getText).toList());
    }

    /**
     * @param byLine what is wrong, by line; -1 for the whole
     */
    void problems(Map<Integer, String> byLine) {
        problem(problem, byLine.getOrDefault(-1, ""));
        for (int i = 0; i < fields.size(); i++) {
            String wrong = byLine.getOrDefault(i, "");
            problem(problems.get(i), wrong);
            fields.get(i).pseudoClassStateChanged(WRONG, !wrong.isEmpty());
            fields.get(i).setAccessibleHelp(wrong);
        }
    }

    private static void problem(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }
}
