package dev.curfew.views.backends;

import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.AnswerLines;
import dev.curfew.policy.question.TypedQuestion;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.FormField;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tasks.Running;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * May this subject do this to this resource now, and why: asked of the backend itself, with the
 * strongest consistency there is. Asking changes nothing.
 */
final class AskTab extends VBox {
    private static final int CONTEXT_ROWS = 2;

    private final BackendLooks looks;
    private final String name;
    private final Ui ui;
    private final Part subject;
    private final Part action;
    private final Part resource;
    private final TextArea context = new TextArea();
    private final ActionButton ask;
    private final HBox verdict = Labels.row();
    private final TextArea why = new TextArea();
    private Running running = Running.NONE;

    private static final class Part extends FormField {
        Part(String id, String name, String prompt, Ui ui) {
            super(id, name, prompt, "", _ -> {}, ui);
            show(true, Optional.empty());
        }

        String text() {
            return input().getText();
        }
    }

    AskTab(BackendLooks looks, String name, Ui ui) {
        this.looks = looks;
        this.name = name;
        this.ui = ui;
        ask =
                Buttons.main(
                        Buttons.of(
                                "backend-ask",
                                AppIcon.SEARCH,
                                ui.text("backends.ask.ask"),
                                this::ask));
        subject =
                part(
                        "backend-ask-subject",
                        ui.text("backends.ask.subject"),
                        ui.text("backends.ask.subject.prompt"));
        action =
                part(
                        "backend-ask-action",
                        ui.text("backends.ask.action"),
                        ui.text("backends.ask.action.prompt"));
        resource =
                part(
                        "backend-ask-resource",
                        ui.text("backends.ask.resource"),
                        ui.text("backends.ask.resource.prompt"));
        context.setId("backend-ask-context");
        context.setPromptText(ui.text("backends.ask.context.prompt"));
        context.setAccessibleText(ui.text("backends.ask.context"));
        context.setPrefRowCount(CONTEXT_ROWS);
        context.setMinHeight(USE_PREF_SIZE);
        context.getStyleClass().add("mono");
        why.setId("backend-ask-why");
        why.setAccessibleText(ui.text("backends.ask.why"));
        why.setEditable(false);
        why.getStyleClass().add("mono");
        verdict.setId("backend-ask-verdict");
        tell(Labels.muted(ui.text("backends.ask.hint")));
        VBox.setVgrow(why, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        getStyleClass().add("backend-log");
        getChildren().setAll(subject, action, resource, context, Labels.row(ask, verdict), why);
        allow();
    }

    private Part part(String id, String name, String prompt) {
        Part part = new Part(id, name, prompt, ui);
        part.input().setOnAction(_ -> ask.fire());
        part.input().textProperty().subscribe((_, _) -> allow());
        return part;
    }

    Node firstFocus() {
        return subject.input();
    }

    Subscription attached() {
        return () -> running.cancel();
    }

    private TypedQuestion question() {
        return new TypedQuestion(subject.text(), action.text(), resource.text(), context.getText());
    }

    private void allow() {
        TypedQuestion now = question();
        boolean whole =
                !now.subject().isEmpty() && !now.action().isEmpty() && !now.resource().isEmpty();
        ask.refuse(whole ? "" : ui.text("backends.ask.incomplete"));
    }

    private void ask() {
        running.cancel();
        tell(Labels.muted(ui.text("backends.ask.asking", name)));
        running = looks.ask(name, question(), this::show);
    }

    private void show(Outcome<Answer> outcome) {
        switch (outcome) {
            case Ok<Answer>(var answer) -> show(answer);
            case Failed<Answer>(var failure) -> {
                // Reasons of another answer would be read as reasons of this.
                why.clear();
                tell(
                        AppIcon.ERROR.view("danger-icon"),
                        Labels.wrapped(Explanations.of(failure).asParagraph()));
            }
        }
    }

    private void show(Answer answer) {
        List<String> lines = AnswerLines.of(answer);
        Verdict decided = answer.decision().verdict();
        Label first = Labels.wrapped(lines.getFirst(), "strong");
        tell(
                switch (decided) {
                    case ALLOWED -> AppIcon.DONE.view("tone-success");
                    case DENIED -> AppIcon.BAN.view("tone-danger");
                    case CONDITIONAL, CANNOT_EVALUATE, PARTIAL ->
                            AppIcon.UNKNOWN.view("tone-warning");
                },
                first);
        List<String> reasons = lines.subList(1, lines.size());
        String unexplained =
                answer.unexplained()
                        .map(failure -> "\n" + Explanations.of(failure).asParagraph())
                        .orElse("");
        why.setText(String.join("\n", reasons).stripIndent() + unexplained);
    }

    private void tell(Node... said) {
        verdict.getChildren().setAll(said);
    }
}
