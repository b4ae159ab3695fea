package dev.curfew.views.actions;

import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** What an operator says to a plan: reason and incident for the journal, and the typed target. */
final class ConfirmStrip extends HBox implements Attachable {
    private final PreviewViewModel model;
    private final Ui ui;
    private final TextField reason = new TextField();
    private final TextField incident = new TextField();
    private final TextField typed = new TextField();

    ConfirmStrip(PreviewViewModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        getStyleClass().add("confirm-strip");
        reason.setPromptText(ui.text("actions.reason.prompt"));
        incident.setPromptText(ui.text("actions.incident.prompt"));
        VBox why = field("preview-reason", ui.text("actions.reason"), reason);
        VBox number = field("preview-incident", ui.text("actions.incident"), incident);
        number.getStyleClass().add("confirm-incident");
        HBox.setHgrow(why, Priority.ALWAYS);
        getChildren().setAll(why, number);
        boolean runnable = model.plan().refusals().isEmpty();
        model.plan()
                .typed()
                .filter(_ -> runnable)
                .ifPresent(phrase -> {
                    typed.getStyleClass().add("mono");
                    VBox box = field("preview-typed", ui.text("actions.type", phrase), typed);
                    box.getStyleClass().add("confirm-typed");
                    getChildren().add(box);
                });
    }

    private VBox field(String id, String name, TextField field) {
        field.setId(id);
        field.setAccessibleText(name);
        Label label = Labels.wrapped(name, "caption");
        label.setLabelFor(field);
        VBox box = new VBox(label, field);
        box.getStyleClass().add("field-box");
        return box;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(bind(reason, model.reasonProperty()))
                .add(bind(incident, model.incidentProperty()))
                .add(bind(typed, model.typedProperty()));
    }

    private static Subscription bind(TextField field, StringProperty property) {
        field.textProperty().bindBidirectional(property);
        return () -> field.textProperty().unbindBidirectional(property);
    }
}
