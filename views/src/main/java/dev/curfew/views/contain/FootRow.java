package dev.curfew.views.contain;

import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Fields at the left that take what the buttons at the right leave; the buttons stand below them
 * where there is no room for both (small window, large text).
 */
final class FootRow extends Region {
    private final Region fields;
    private final Region buttons;
    private final Region em = new Region();

    FootRow(Region fields, Region buttons) {
        this.fields = fields;
        this.buttons = buttons;
        em.getStyleClass().add("one-em");
        em.setManaged(false);
        em.setVisible(false);
        getChildren().setAll(fields, buttons, em);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return Math.max(1, em.prefWidth(-1));
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return width - insets.getLeft() - insets.getRight();
    }

    private boolean beside(double room) {
        return fields.minWidth(-1) + gap() + buttons.prefWidth(-1) <= room;
    }

    /** What stands at the right gets, which may wrap where it stands alone. */
    private double wide(double room) {
        return Math.min(snapSizeX(buttons.prefWidth(-1)), room);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return fields.prefWidth(-1) + gap() + buttons.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double edges = getInsets().getTop() + getInsets().getBottom();
        double first = fields.prefHeight(-1);
        boolean one = width <= 0 || beside(inner(width));
        double second = buttons.prefHeight(one ? -1 : wide(inner(width)));
        return edges + (one ? Math.max(first, second) : first + gap() + second);
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double room = inner(getWidth());
        double wide = wide(room);
        double high = buttons.prefHeight(wide);
        double fieldsHigh = fields.prefHeight(-1);
        double right = snapPositionX(left + room - wide);
        if (beside(room)) {
            double bottom = top + Math.max(fieldsHigh, high);
            fields.resizeRelocate(left, bottom - fieldsHigh, room - wide - gap(), fieldsHigh);
            buttons.resizeRelocate(right, snapPositionY(bottom - high), wide, high);
        } else {
            fields.resizeRelocate(left, top, room, fieldsHigh);
            buttons.resizeRelocate(right, snapPositionY(top + fieldsHigh + gap()), wide, high);
        }
    }
}
