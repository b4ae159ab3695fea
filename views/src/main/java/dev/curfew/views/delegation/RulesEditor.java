package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.RulesText;
import dev.curfew.delegation.yaml.TextProblem;
import dev.curfew.evidence.WholeFile;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.delegation.RulesState.Check;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Writes the rules as YAML, and says at once what is wrong with them and where. */
final class RulesEditor {
    private static final int LARGEST = 1024 * 1024;

    private final RulesModel model;
    private final Ui ui;
    private final BorderPane pane = new BorderPane();
    private final TextArea area = new TextArea();
    private final TextField reason = new TextField();
    private final StackPane mark = new StackPane();
    private final Label verdict = Labels.wrapped("");
    private final Label next = Labels.wrapped("", "muted");
    private final Label caret = Labels.whole("", "caption");
    private final ActionButton save;
    private final ActionButton discard;
    private final ActionButton goThere;
    private final ActionButton example;

    RulesEditor(RulesModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        area.setId("rules-text");
        area.setAccessibleText(ui.text("rules.text"));
        area.getStyleClass().addAll("mono", "rules-text");
        area.textProperty().subscribe((_, now) -> model.type(now));
        area.caretPositionProperty().subscribe(_ -> showCaret());
        save = Buttons.main(Buttons.text("rules-save", ui.text("rules.save"), this::save));
        reason.setId("rules-reason");
        reason.setPromptText(ui.text("actions.reason"));
        reason.setAccessibleText(ui.text("actions.reason"));
        reason.setMinWidth(0);
        HBox.setHgrow(reason, Priority.ALWAYS);
        discard = Buttons.text("rules-discard", ui.text("rules.discard"), this::discard);
        goThere = Buttons.small(Buttons.text("rules-goThere", ui.text("rules.goThere"), this::go));
        example =
                Buttons.text(
                        "rules-example",
                        ui.text("rules.example"),
                        () -> area.replaceText(0, area.getLength(), RulesText.example()));
        HBox bar =
                new HBox(
                        save,
                        discard,
                        reason,
                        example,
                        Buttons.of("rules-load", AppIcon.IMPORT, ui.text("rules.load"), this::load),
                        Buttons.of(
                                "rules-store",
                                AppIcon.EXPORT,
                                ui.text("rules.store"),
                                this::store));
        bar.getStyleClass().add("action-bar");
        VBox words = new VBox(verdict, next);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(mark, words, goThere, caret);
        line.getStyleClass().add("rules-verdict");
        pane.setCenter(area);
        pane.setBottom(new VBox(line, bar));
        pane.setMinSize(0, 0);
    }

    Node node() {
        return pane;
    }

    void focus() {
        area.requestFocus();
    }

    Subscription attached() {
        return model.stateProperty().subscribe(this::show);
    }

    private void show(RulesState state) {
        if (!area.getText().equals(state.text())) {
            area.setText(state.text());
        }
        area.setDisable(!state.read());
        save.refuse(model.whyNotSaved());
        discard.refuse(state.isChanged() ? "" : ui.text("rules.save.unchanged"));
        example.setVisible(state.text().isBlank());
        example.setManaged(state.text().isBlank());
        boolean wrong = state.check() instanceof Check.Wrong;
        goThere.setVisible(wrong);
        goThere.setManaged(wrong);
        switch (state.check()) {
            case Check.Pending _ -> say(AppIcon.SCANNING, Tone.MUTED, ui.text("rules.pending"), "");
            case Check.Valid(var rules, int forbidden, int there) ->
                    say(
                            AppIcon.CHECK,
                            Tone.SUCCESS,
                            ui.text(
                                    "rules.valid",
                                    rules.rules().size(),
                                    RuleWords.byDefault(rules, ui)),
                            ui.text(
                                    state.isChanged() ? "rules.valid.would" : "rules.valid.does",
                                    forbidden,
                                    there));
            case Check.Wrong(var problem) ->
                    say(
                            AppIcon.ERROR,
                            Tone.DANGER,
                            ui.text(
                                    "rules.save.wrong",
                                    problem.line(),
                                    problem.column(),
                                    problem.what()),
                            ui.text("rules.wrong.next"));
        }
    }

    private void say(AppIcon icon, Tone tone, String what, String more) {
        mark.getChildren().setAll(icon.view(tone == Tone.DANGER ? "danger-icon" : "muted-icon"));
        tone.on(verdict);
        verdict.setText(what);
        next.setText(more);
        boolean any = !more.isEmpty();
        next.setVisible(any);
        next.setManaged(any);
    }

    private void showCaret() {
        String before = area.getText(0, Math.min(area.getCaretPosition(), area.getLength()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        caret.setText(ui.text("rules.caret", line, column));
    }

    private void save() {
        model.save(reason.getText(), reason::clear);
    }

    /** Chooses the line that is wrong. */
    private void go() {
        if (model.stateProperty().get().check() instanceof Check.Wrong(var problem)) {
            select(problem);
        }
    }

    private void select(TextProblem problem) {
        String text = area.getText();
        int start = 0;
        for (int line = 1; line < problem.line() && start >= 0; line++) {
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        int end = text.indexOf('\n', start);
        int from = Math.min(start + problem.column() - 1, end < 0 ? text.length() : end);
        area.requestFocus();
        area.selectRange(from, end < 0 ? text.length() : end);
    }

    private void discard() {
        ui.dialogs()
                .confirm(
                        Confirmation.plain(
                                "rules-discarding",
                                ui.text("rules.discard.title"),
                                ui.text("rules.discard.text"),
                                ui.text("rules.discard")),
                        model::discard);
    }

    private void load() {
        ui.dialogs()
                .chooseOpen(
                        new FileQuestion(
                                ui.text("rules.load.title"), "", ui.text("rules.file"), "yaml"),
                        this::load);
    }

    private void load(Path file) {
        ui.tasks()
                .start(
                        "rules.load",
                        () -> read(file),
                        text -> {
                            if (model.stateProperty().get().isChanged()) {
                                askToReplace(text, file);
                            } else {
                                replace(text);
                            }
                        },
                        failure ->
                                ui.dialogs()
                                        .tell(
                                                Notice.warning(
                                                        ui.text(
                                                                "rules.load.failed",
                                                                file,
                                                                words(failure)))));
    }

    private void askToReplace(String text, Path file) {
        ui.dialogs()
                .confirm(
                        Confirmation.plain(
                                "rules-replacing",
                                ui.text("rules.replace.title"),
                                ui.text("rules.replace.text", file.getFileName()),
                                ui.text("rules.replace")),
                        () -> replace(text));
    }

    /** As if it had been typed, so that it can be taken back. */
    private void replace(String text) {
        area.replaceText(0, area.getLength(), text);
        area.positionCaret(0);
    }

    private static String read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(WholeFile.read(file, LARGEST));
        return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }

    private String words(Throwable failure) {
        return switch (failure) {
            case CharacterCodingException _ -> ui.text("rules.notUtf8");
            case IOException io -> WholeFile.words(io);
            default -> String.valueOf(failure.getMessage());
        };
    }

    private void store() {
        String text = area.getText();
        ui.dialogs()
                .chooseSave(
                        new FileQuestion(
                                ui.text("rules.store.title"),
                                "delegation-rules.yaml",
                                ui.text("rules.file"),
                                "yaml"),
                        file -> store(file, text));
    }

    private void store(Path file, String text) {
        ui.tasks()
                .start(
                        "rules.store",
                        () -> {
                            WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8), true);
                            return file;
                        },
                        written ->
                                ui.dialogs()
                                        .tell(Notice.done(ui.text("rules.store.done", written))),
                        failure ->
                                ui.dialogs()
                                        .tell(
                                                Notice.warning(
                                                        ui.text(
                                                                "rules.store.failed",
                                                                file,
                                                                words(failure)))));
    }
}
