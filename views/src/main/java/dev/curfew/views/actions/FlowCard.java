package dev.curfew.views.actions;

import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Overlays;
import dev.curfew.views.kit.Overlays.Open;
import dev.curfew.views.kit.Overlays.Overlay;
import dev.curfew.views.kit.Overlays.Placement;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * The frame of every step of an action: head, a body that scrolls when it must, strips below it,
 * buttons. Stands in the window with a margin around it.
 */
final class FlowCard extends StackPane {
    private final String title;
    private final VBox card = new VBox();
    private final HBox head = new HBox();
    private final HBox buttons = new HBox();

    FlowCard(String title, String sizeClass, Region body) {
        this.title = title;
        getStyleClass().add("flow-frame");
        setPickOnBounds(false);
        card.getStyleClass().addAll("modal-card", "flow-card", sizeClass);
        card.setMaxHeight(Region.USE_PREF_SIZE);
        card.setMaxWidth(Region.USE_PREF_SIZE);
        head.getStyleClass().addAll("modal-head", "flow-head");
        head.getChildren().add(Labels.wrapped(title, "modal-title"));
        body.getStyleClass().add("flow-body");
        FittingScroll scroll = new FittingScroll(body);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        buttons.getStyleClass().addAll("modal-buttons", "flow-buttons");
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        card.getChildren().setAll(head, scroll, buttons);
        getChildren().setAll(card);
    }

    String title() {
        return title;
    }

    /** At the right end of the head. */
    FlowCard withHead(Node... nodes) {
        head.getChildren().add(Labels.gap());
        head.getChildren().addAll(nodes);
        return this;
    }

    /** Between body and buttons, always in sight. */
    FlowCard withStrip(Region strip) {
        strip.setMinHeight(Region.USE_PREF_SIZE);
        card.getChildren().add(card.getChildren().size() - 1, strip);
        return this;
    }

    FlowCard withButtons(Node[] left, Node... right) {
        buttons.getChildren().setAll(left);
        buttons.getChildren().add(Labels.gap());
        buttons.getChildren().addAll(right);
        return this;
    }

    /** Asks before Esc takes the card away. */
    FlowCard onEscape(Runnable asked) {
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                key -> {
                    if (key.getCode() == KeyCode.ESCAPE) {
                        key.consume();
                        asked.run();
                    }
                });
        return this;
    }

    Open show(Overlays overlays, String id, String name, Node firstFocus, Runnable dismissed) {
        return overlays.show(new Overlay(id, name, this, firstFocus, Placement.DIALOG, dismissed));
    }
}
