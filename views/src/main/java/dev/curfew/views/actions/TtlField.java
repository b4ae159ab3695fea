package dev.curfew.views.actions;

import dev.curfew.containment.FormFields;
import dev.curfew.outcome.Outcome;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** A TTL as text and on a scale that is finer where it is shorter; the text may be in between. */
final class TtlField extends VBox {
    private static final long[] STOPS = {
        30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 43_200, 86_400
    };

    private final TextField text = new TextField();
    private final Slider slider = new Slider(0, STOPS.length - 1, 0);
    private final FieldBox box;
    private boolean following;

    /**
     * @param longestNow where the slider stands while nothing is typed
     */
    TtlField(String id, String name, long longestNow, Ui ui) {
        text.setPromptText(ui.text("actions.ttl.prompt"));
        text.getStyleClass().add("ttl-text");
        slider.setId(id + "-slider");
        slider.setAccessibleText(name);
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setShowTickLabels(true);
        slider.setShowTickMarks(true);
        slider.setBlockIncrement(1);
        slider.setLabelFormatter(new StopNames());
        slider.setValue(position(longestNow));
        HBox.setHgrow(slider, Priority.ALWAYS);
        HBox line = new HBox(text, slider);
        line.getStyleClass().add("ttl-line");
        box = new FieldBox(id, name, text, line, new Node[0]);
        getChildren().setAll(box);
        text.textProperty().subscribe(typed -> follow(typed, longestNow));
        slider.valueProperty().subscribe(value -> moved(value.doubleValue()));
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

    /** The slider follows the text; nothing typed leaves it where the longest TTL is now. */
    private void follow(String typed, long longestNow) {
        if (following) {
            return;
        }
        long seconds =
                FormFields.ttl(typed) instanceof Outcome.Ok<Integer>(var value) && value > 0
                        ? value
                        : longestNow;
        following = true;
        slider.setValue(position(seconds));
        following = false;
    }

    private void moved(double value) {
        if (following) {
            return;
        }
        following = true;
        text.setText(Durations.display(Duration.ofSeconds(STOPS[(int) Math.round(value)])));
        following = false;
    }

    static double position(long seconds) {
        for (int i = 0; i < STOPS.length - 1; i++) {
            if (seconds < STOPS[i + 1]) {
                double part = (double) (seconds - STOPS[i]) / (STOPS[i + 1] - STOPS[i]);
                return Math.max(0, i + part);
            }
        }
        return STOPS.length - 1;
    }

    private static final class StopNames extends StringConverter<Double> {
        @Override
        public String toString(Double position) {
            return switch (position.intValue()) {
                case 0, 3, 7, 12 ->
                        Durations.display(Duration.ofSeconds(STOPS[position.intValue()]));
                default -> "";
            };
        }

        @Override
        public Double fromString(String text) {
            return 0.0;
        }
    }
}
