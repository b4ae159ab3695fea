package dev.curfew.views.kit;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two blocks beside each other, equally high; below each other where there is no room for both
 * (small window, large text).
 */
public final class SideBySide extends Region {
    private final Node left;
    private final Node right;
    private final double leftShare;
    private final Region least = new Region();
    private final Region gap = new Region();
    private boolean rightLeads;

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
        // The order in which Tab goes through them.
        getChildren().setAll(left, right, least, gap);
    }

    /**
     * The right one says the more important things: it stands above the left one where there is
     * little room, and beside it the left one is no higher than it must, because it scrolls.
     */
    public SideBySide rightLeads() {
        rightLeads = true;
        return this;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private boolean beside(double room) {
        return room >= least.prefWidth(-1);
    }

    private double gap() {
        return snapSpaceX(gap.prefWidth(-1));
    }

    private double leftWidth(double room) {
        return beside(room) ? snapSizeX((room - gap()) * leftShare) : room;
    }

    private double rightWidth(double room) {
        return beside(room) ? room - gap() - leftWidth(room) : room;
    }

    private double edges() {
        Insets insets = getInsets();
        return insets.getLeft() + insets.getRight();
    }

    @Override
    protected double computePrefWidth(double height) {
        return least.prefWidth(-1) + edges();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width <= 0 ? least.prefWidth(-1) : width - edges();
        double first =
                rightLeads && beside(room)
                        ? left.minHeight(leftWidth(room))
                        : left.prefHeight(leftWidth(room));
        double second = right.prefHeight(rightWidth(room));
        Insets insets = getInsets();
        return (beside(room) ? Math.max(first, second) : first + gap() + second)
                + insets.getTop()
                + insets.getBottom();
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
        Insets insets = getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double room = getWidth() - edges();
        double height = getHeight() - y - insets.getBottom();
        if (beside(room)) {
            double first = leftWidth(room);
            left.resizeRelocate(x, y, first, height);
            right.resizeRelocate(x + first + gap(), y, rightWidth(room), height);
        } else {
            Node above = rightLeads ? right : left;
            Node below = rightLeads ? left : right;
            double top = snapSizeY(above.prefHeight(room));
            above.resizeRelocate(x, y, room, top);
            double rest = Math.max(height - top - gap(), below.prefHeight(room));
            below.resizeRelocate(x, y + top + gap(), room, rest);
        }
    }
}
