package dev.curfew.views.kit;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two blocks of a page beside each other, equally high; below each other where there is no room for
 * both (small window, large text).
 */
public final class SideBySide extends Region {
    private final Node left;
    private final Node right;
    private final double leftShare;
    private final Region least = new Region();
    private final Region gap = new Region();

    /**
     * @param leftShare of the width, 0 to 1
     */
    public SideBySide(Node left, Node right, double leftShare) {
        this(left, right, leftShare, "least-for-two");
    }

    /**
     * @param leastClass style class whose preferred width is the least for both beside each other
     */
    public SideBySide(Node left, Node right, double leftShare, String leastClass) {
        this.left = left;
        this.right = right;
        this.leftShare = leftShare;
        least.getStyleClass().add(leastClass);
        gap.getStyleClass().add("one-em");
        for (Region probe : List.of(least, gap)) {
            probe.setManaged(false);
            probe.setVisible(false);
        }
        getChildren().setAll(left, right, least, gap);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean beside(double width) {
        return width >= least.prefWidth(-1);
    }

    private double gap() {
        return snapSpaceX(gap.prefWidth(-1));
    }

    private double leftWidth(double width) {
        return beside(width) ? snapSizeX((width - gap()) * leftShare) : width;
    }

    private double rightWidth(double width) {
        return beside(width) ? width - gap() - leftWidth(width) : width;
    }

    @Override
    protected double computePrefWidth(double height) {
        return least.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double given = width <= 0 ? least.prefWidth(-1) : width;
        double first = left.prefHeight(leftWidth(given));
        double second = right.prefHeight(rightWidth(given));
        return beside(given) ? Math.max(first, second) : first + gap() + second;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return Double.MAX_VALUE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double first = leftWidth(width);
        double second = rightWidth(width);
        if (beside(width)) {
            left.resizeRelocate(0, 0, first, getHeight());
            right.resizeRelocate(first + gap(), 0, second, getHeight());
        } else {
            double top = snapSizeY(left.prefHeight(first));
            left.resizeRelocate(0, 0, first, top);
            double rest = Math.max(getHeight() - top - gap(), right.prefHeight(second));
            right.resizeRelocate(0, top + gap(), second, rest);
        }
    }
}
