package dev.curfew.views.overview;

import dev.curfew.estate.Notable.Weight;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How much something matters: a shape and a word; only critical is red. */
final class WeightMark extends HBox {
    WeightMark(Weight weight, Ui ui) {
        getStyleClass().add("weight");
        Region shape = new Region();
        shape.getStyleClass().addAll("weight-shape", style(weight));
        StackPane box = new StackPane(shape);
        box.getStyleClass().add("weight-box");
        Label word = Labels.whole(word(weight, ui), style(weight));
        getChildren().setAll(box, word);
        setMinWidth(USE_PREF_SIZE);
    }

    static String word(Weight weight, Ui ui) {
        return switch (weight) {
            case CRITICAL -> ui.text("overview.weight.critical");
            case HIGH -> ui.text("overview.weight.high");
            case MEDIUM -> ui.text("overview.weight.medium");
            case LOW -> ui.text("overview.weight.low");
        };
    }

    private static String style(Weight weight) {
        return switch (weight) {
            case CRITICAL -> "weight-critical";
            case HIGH -> "weight-high";
            case MEDIUM -> "weight-medium";
            case LOW -> "weight-low";
        };
    }
}
