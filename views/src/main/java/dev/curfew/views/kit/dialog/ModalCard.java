package dev.curfew.views.kit.dialog;

import dev.curfew.views.kit.Labels;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A dialog's frame: title, content, and its buttons at the right of the foot. */
public final class ModalCard extends VBox {
    private final HBox buttons = new HBox();

    public ModalCard(String title, Node content, Node... footButtons) {
        getStyleClass().add("modal-card");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        HBox head = new HBox(Labels.wrapped(title, "modal-title"));
        head.getStyleClass().add("modal-head");
        content.getStyleClass().add("modal-content");
        buttons.getStyleClass().add("modal-buttons");
        buttons.getChildren().add(Labels.gap());
        buttons.getChildren().addAll(footButtons);
        getChildren().setAll(head, content, buttons);
    }
}
