package dev.curfew.views.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * What stands between title and buttons: the subtitle, and the legend if there is room for both.
 */
final class HeadMiddle extends Region {
    private final Label subtitle;
    private final Node legend;

    HeadMiddle(Label subtitle, Node legend) {
        this.subtitle = subtitle;
        this.legend = legend;
        getChildren().setAll(subtitle, legend);
        setMinWidth(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        // It takes what the title and the buttons leave over.
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(subtitle.prefHeight(-1), legend.prefHeight(-1));
    }

    private double gap() {
        return subtitle.getFont().getSize();
    }

    @Override
    protected void layoutChildren() {
        double wanted = subtitle.prefWidth(-1);
        double legendWidth = legend.prefWidth(-1);
        boolean both = legendWidth > 0 && wanted + gap() + legendWidth <= getWidth();
        legend.setVisible(both);
        place(legend, getWidth() - legendWidth, legendWidth);
        place(subtitle, 0, Math.min(wanted, getWidth()));
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(width);
        node.resizeRelocate(
                snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
