package dev.curfew.views.actions;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** As high as its content where there is room, else it scrolls. */
final class FittingScroll extends ScrollPane {
    private final Region content;

    FittingScroll(Region content) {
        super(content);
        this.content = content;
        getStyleClass().add("fitting-scroll");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return content.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(content.prefHeight(width < 0 ? content.prefWidth(-1) : width));
    }
}
