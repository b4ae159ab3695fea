package dev.curfew.views.contain;

import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Reason, incident, the typed target; Cancel, which has the focus first, dry run, last button. */
final class Footer implements Attachable {
    private final PlanViewModel model;
    private final Ui ui;
    private final ContainWords words;
    private final TextField reason = new TextField();
    private final TextField incident = new TextField();
    private final TextField typed = new TextField();
    private final Label typeWhat = Labels.of("", "caption");
    private final Label counted = Labels.whole("", "caption");
    private final VBox typedBox;
    private final FootRow row;
    private final ActionButton cancel;
    private final ActionButton dryRun;
    private final ActionButton run;
    private String verb = "";

    Footer(PlanViewModel model, Ui ui, ContainWords words, Runnable cancelled, Runnable confirmed) {
        this.model = model;
        this.ui = ui;
        this.words = words;
        reason.setPromptText(ui.text("actions.reason.prompt"));
        incident.setPromptText(ui.text("actions.incident.prompt"));
        VBox why = field("contain-reason", Labels.of(ui.text("actions.reason"), "caption"), reason);
        HBox.setHgrow(why, Priority.ALWAYS);
        VBox number =
                field(
                        "contain-incident",
                        Labels.of(ui.text("actions.incident"), "caption"),
                        incident);
        number.getStyleClass().add("contain-incident");
        typed.getStyleClass().add("mono");
        HBox typeLine = new HBox(typeWhat, Labels.gap(), counted);
        typedBox = new VBox(typeLine, typed);
        typed.setId("contain-typed");
        typeWhat.setLabelFor(typed);
        typedBox.getStyleClass().addAll("field-box", "contain-typed");
        cancel = Buttons.text("contain-cancel", ui.text("kit.dialog.cancel"), cancelled);
        cancel.setGraphic(new KeyHint("Esc"));
        cancel.setContentDisplay(ContentDisplay.RIGHT);
        dryRun =
                Buttons.of("contain-dryRun", AppIcon.RUN, ui.text("contain.dryRun"), model::dryRun);
        run = Buttons.of("contain-run", AppIcon.CONTAIN, "", confirmed);
        HBox buttons = new HBox(cancel, dryRun, run);
        buttons.getStyleClass().add("contain-buttons");
        HBox fields = new HBox(why, number, typedBox);
        fields.getStyleClass().add("contain-fields");
        row = new FootRow(fields, buttons);
        row.getStyleClass().addAll("action-bar", "contain-footer");
        row.addEventFilter(KeyEvent.KEY_PRESSED, this::guardEnter);
    }

    private static VBox field(String id, Label label, TextField field) {
        field.setId(id);
        field.setAccessibleText(label.getText());
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field-box");
        return box;
    }

    Node node() {
        return row;
    }

    Node firstFocus() {
        return cancel;
    }

    void show(PlanState state) {
        state.plan().ifPresent(plan -> show(plan, state.isRestore()));
        run.setVisible(state.plan().isPresent());
        dryRun.refuse(
                state.plan().isEmpty()
                        ? ui.text("contain.planning")
                        : state.busy() ? ui.text("contain.busy") : "");
    }

    private void show(ContainmentPlan plan, boolean restore) {
        boolean mustType = plan.approval().kind() != Approval.Kind.PLAIN;
        typedBox.setVisible(mustType);
        typedBox.setManaged(mustType);
        String what = SafeText.of(plan.approval().text());
        String sentence = ui.text("contain.type", what);
        typeWhat.setText(sentence);
        typed.setAccessibleText(sentence);
        String now = words.verb(plan);
        if (!now.equals(verb)) {
            verb = now;
            run.setText(now);
            run.setGraphic((restore ? AppIcon.RESTORE : icon(plan)).view());
            run.getStyleClass().removeAll("danger", "accent");
            if (mustType && !restore) {
                Buttons.destructive(run);
            } else {
                Buttons.main(run);
            }
        }
        count(plan);
    }

    private static AppIcon icon(ContainmentPlan plan) {
        return switch (plan.request().strength()) {
            case TIGHTEN -> AppIcon.TIGHTEN;
            case CONTAIN -> AppIcon.CONTAIN;
            case SEVER -> AppIcon.ROTATE;
        };
    }

    private void count(ContainmentPlan plan) {
        int all = plan.approval().text().length();
        String so = typed.getText();
        counted.setText(
                so.isEmpty() || so.length() > all
                        ? ""
                        : ui.text("contain.typed.count", so.length(), all));
    }

    /** Enter in a field goes on to the last button; nothing is confirmed by it. */
    private void guardEnter(KeyEvent key) {
        if (key.getCode() != KeyCode.ENTER || key.isShortcutDown()) {
            return;
        }
        if (key.getTarget() instanceof TextField) {
            key.consume();
            run.requestFocus();
        } else if (key.getTarget().equals(run)) {
            key.consume();
        }
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(bind(reason, model.reasonProperty()))
                .add(bind(incident, model.incidentProperty()))
                .add(bind(typed, model.typedProperty()))
                .add(
                        typed.textProperty()
                                .subscribe(_ -> model.state().plan().ifPresent(this::count)))
                .add(model.refusalProperty().subscribe(run::refuse));
    }

    private static Subscription bind(TextField field, StringProperty property) {
        field.textProperty().bindBidirectional(property);
        return () -> field.textProperty().unbindBidirectional(property);
    }
}
