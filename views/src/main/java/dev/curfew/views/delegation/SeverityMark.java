package dev.curfew.views.delegation;

import dev.curfew.delegation.check.Severity;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How bad something is, as a shape; the word stands beside it. */
final class SeverityMark extends StackPane {
    private final Region shape = new Region();
    private String shown = "";

    SeverityMark() {
        getStyleClass().add("weight-box");
        shape.getStyleClass().add("weight-shape");
        getChildren().add(shape);
    }

    void show(FindingRow row) {
        String style =
                switch (row) {
                    case Found found ->
                            found.waiver().isPresent() ? "weight-low" : style(found.severity());
                    case NotKnown not -> "weight-unknown";
                };
        if (!style.equals(shown)) {
            shape.getStyleClass().remove(shown);
            shape.getStyleClass().add(style);
            shown = style;
        }
    }

    private static String style(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "weight-critical";
            case HIGH -> "weight-high";
            case MEDIUM -> "weight-medium";
            case LOW -> "weight-low";
        };
    }
}
