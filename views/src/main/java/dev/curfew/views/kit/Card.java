package dev.curfew.views.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A framed part of a page: a head of 36 px and what is below it. */
public final class Card extends VBox {
    private final Label title = Labels.whole("", "card-title");
    private final Label subtitle = Labels.explained(Labels.caption(""));
    private final HBox head = new HBox();

    public Card(String titleText, Node content) {
        getStyleClass().add("card");
        head.getStyleClass().add("card-head");
        title.setText(titleText);
        head.getChildren().setAll(title, subtitle, Labels.gap());
        setContent(content);
    }

    public Card subtitle(String text) {
        subtitle.setText(text);
        return this;
    }

    /** At the right end of the head. */
    public Card with(Node... nodes) {
        head.getChildren().addAll(nodes);
        return this;
    }

    public void setContent(Node content) {
        getChildren().setAll(head, content);
        VBox.setVgrow(content, Priority.ALWAYS);
    }
}
