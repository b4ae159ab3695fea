package dev.curfew.views.kit;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A page that is no list: blocks below each other, with the page's edge, scrolling if it must. */
public final class PageBody extends ScrollPane {
    private final VBox blocks = new VBox();

    public PageBody(Node... nodes) {
        blocks.getStyleClass().add("page-body");
        blocks.getChildren().setAll(nodes);
        setContent(blocks);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    public void setBlocks(Node... nodes) {
        blocks.getChildren().setAll(nodes);
    }
}
