package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Stands where data would be: why there is none, and what to do about it. */
public final class EmptyState extends VBox {
    public EmptyState(AppIcon icon, String title, String text, Node... actions) {
        getStyleClass().add("empty-state");
        getChildren().addAll(icon.view("empty-icon"), Labels.of(title, "empty-title"));
        if (!text.isBlank()) {
            getChildren().add(Labels.wrapped(text, "muted"));
        }
        if (actions.length > 0) {
            HBox row = new HBox(actions);
            row.getStyleClass().add("empty-actions");
            getChildren().add(row);
        }
    }
}
