package dev.curfew.views.actions;

import dev.curfew.containment.FormFields;
import dev.curfew.outcome.Outcome;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** A moment to come, by a quick choice or exactly; says below what it comes to. */
final class ExpiryField extends VBox {
    private final TextField text = new TextField();
    private final Label meant = Labels.caption("");
    private final FieldBox box;
    private final ZoneId zone;
    private final Ui ui;

    /**
     * @param prompt what nothing typed means
     */
    ExpiryField(String id, String prompt, ZoneId zone, Ui ui) {
        this.zone = zone;
        this.ui = ui;
        text.setPromptText(prompt);
        FlowPane quick = new FlowPane();
        quick.getStyleClass().add("quick-choices");
        quick.getChildren()
                .setAll(
                        choice(id + "-15m", ui.text("actions.expiry.minutes"), "+15m"),
                        choice(id + "-1h", ui.text("actions.expiry.hour"), "+1h"),
                        choice(id + "-1d", ui.text("actions.expiry.day"), "+1d"),
                        choice(id + "-never", ui.text("actions.expiry.never"), "never"));
        meant.setId(id + "-meant");
        box = new FieldBox(id, ui.text("actions.expiry"), text, quick, meant);
        getChildren().setAll(box);
        text.textProperty().subscribe(typed -> explain(typed));
    }

    private javafx.scene.Node choice(String id, String name, String value) {
        return Buttons.small(Buttons.text(id, name, () -> text.setText(value)));
    }

    StringProperty textProperty() {
        return text.textProperty();
    }

    TextField field() {
        return text;
    }

    void problem(Optional<String> sentence) {
        box.problem(sentence);
    }

    private void explain(String typed) {
        // Typed times are whole seconds.
        Instant now = ui.ages().now().truncatedTo(ChronoUnit.SECONDS);
        String words =
                typed.isBlank()
                        ? ""
                        : switch (FormFields.expiry(typed, now, zone)) {
                            case Outcome.Ok<Long>(var seconds) ->
                                    seconds == 0 ? "" : words(Instant.ofEpochSecond(seconds), now);
                            case Outcome.Failed<Long> _ -> "";
                        };
        meant.setText(words);
        meant.setVisible(!words.isEmpty());
        meant.setManaged(!words.isEmpty());
    }

    private String words(Instant at, Instant now) {
        return at.isAfter(now)
                ? ui.text(
                        "actions.expiry.in",
                        ui.ages().full(at),
                        ui.ages().rough(Duration.between(now, at)))
                : ui.text("actions.expiry.past", ui.ages().full(at));
    }
}
