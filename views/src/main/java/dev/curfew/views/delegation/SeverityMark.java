package dev.curfew.views.delegation;

import dev.curfew.delegation.check.Severity;
import dev.curfew.views.delegation.FindingRow.Found;
import dev.curfew.views.delegation.FindingRow.NotKnown;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How bad something is, as a shape; the word stands beside it. */
final class SeverityMark extends StackPane {
    private static final String UNKNOWN = "weight-unknown";

    private final Region shape = new Region();
    private String shown = "";

    SeverityMark() {
        getStyleClass().add("weight-box");
        shape.getStyleClass().add("weight-shape");
        getChildren().add(shape);
    }

    static SeverityMark of(Severity severity) {
        SeverityMark mark = new SeverityMark();
        mark.show(style(severity));
        return mark;
    }

    static SeverityMark ofUnknown() {
        SeverityMark mark = new SeverityMark();
        mark.show(UNKNOWN);
        return mark;
    }

    void show(FindingRow row) {
        show(
                switch (row) {
                    case Found found ->
                            found.waiver().isPresent() ? "weight-low" : style(found.severity());
                    case NotKnown not -> UNKNOWN;
                });
    }

    private void show(String style) {
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
