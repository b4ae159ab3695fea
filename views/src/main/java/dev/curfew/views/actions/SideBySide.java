package dev.curfew.views.actions;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Two parts beside each other where there is room, else below each other. Beside each other both
 * are as high as the right one, which says the more important things.
 */
final class SideBySide extends Region {
    private static final double GAP_EM = 1;
    private static final double LEFT = 0.44;

    private final Node left;
    private final Node right;
    private final boolean rightFirst;
    private final Region least = new Region();
    private final Region em = new Region();

    /**
     * @param rightFirst whether the right one stands above the left where there is little room
     */
    SideBySide(Node left, Node right, boolean rightFirst) {
        this.left = left;
        this.right = right;
        this.rightFirst = rightFirst;
        getStyleClass().add("side-by-side");
        measure(least, "least-side-by-side");
        measure(em, "one-em");
        // The order in which Tab goes through them.
        getChildren().setAll(left, right, least, em);
    }

    private static void measure(Region probe, String styleClass) {
        probe.getStyleClass().add(styleClass);
        probe.setManaged(false);
        probe.setVisible(false);
    }

    private boolean narrow(double width) {
        return width < least.prefWidth(-1);
    }

    private double gap() {
        return GAP_EM * Math.max(1, em.prefWidth(-1));
    }

    private double leftWidth(double width) {
        return Math.floor((width - gap()) * LEFT);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets insets = getInsets();
        return least.prefWidth(-1) * 1.4 + insets.getLeft() + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        double edge = insets.getTop() + insets.getBottom();
        double room = width - insets.getLeft() - insets.getRight();
        return edge
                + (narrow(room)
                        ? left.prefHeight(room) + gap() + right.prefHeight(room)
                        : Math.max(
                                left.minHeight(leftWidth(room)),
                                right.prefHeight(room - leftWidth(room) - gap())));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double room = getWidth() - x - insets.getRight();
        double height = getHeight() - y - insets.getBottom();
        if (narrow(room)) {
            Node first = rightFirst ? right : left;
            Node second = rightFirst ? left : right;
            double above = first.prefHeight(room);
            first.resizeRelocate(x, y, room, above);
            second.resizeRelocate(x, y + above + gap(), room, Math.max(0, height - above - gap()));
        } else {
            double width = leftWidth(room);
            left.resizeRelocate(x, y, width, height);
            right.resizeRelocate(x + width + gap(), y, room - width - gap(), height);
        }
    }
}
