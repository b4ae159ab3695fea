package dev.curfew.views.kit;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * Nodes in a row, as many as there is room for; the rest is hidden behind one more node that says
 * so. Nothing is ever squeezed or cut in the middle.
 */
public final class OverflowRow extends Region {
    private final double gapEm;
    private final Node more;
    private final Consumer<List<Node>> hiddenChanged;
    private final Region em = new Region();
    private List<Node> items = List.of();
    private List<Node> hidden = List.of();

    /**
     * @param more shown last while something is hidden
     * @param hiddenChanged is told what is hidden, to describe it in {@code more}
     */
    public OverflowRow(double gapEm, Node more, Consumer<List<Node>> hiddenChanged) {
        this.gapEm = gapEm;
        this.more = more;
        this.hiddenChanged = hiddenChanged;
        em.getStyleClass().add("one-em");
        em.setManaged(false);
        em.setVisible(false);
        setMinWidth(0);
        setItems(List.of());
    }

    public void setItems(List<? extends Node> newItems) {
        items = List.copyOf(newItems);
        getChildren().setAll(items);
        getChildren().addAll(more, em);
        hidden = List.of();
        requestLayout();
    }

    public List<Node> items() {
        return items;
    }

    private double gap() {
        return gapEm * Math.max(1, em.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = 0;
        for (Node item : items) {
            width += item.prefWidth(-1) + gap();
        }
        Insets insets = getInsets();
        return Math.max(0, width - gap()) + insets.getLeft() + insets.getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        double height = 0;
        for (Node item : items) {
            height = Math.max(height, item.prefHeight(-1));
        }
        return height + getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight();
        int fitting = fitting(room + 0.5);
        double x = getInsets().getLeft();
        for (int i = 0; i < items.size(); i++) {
            Node item = items.get(i);
            item.setVisible(i < fitting);
            if (i < fitting) {
                x += place(item, x);
            }
        }
        boolean cut = fitting < items.size();
        more.setVisible(cut);
        if (cut) {
            place(more, x);
        }
        List<Node> nowHidden = items.subList(fitting, items.size());
        if (!nowHidden.equals(hidden)) {
            hidden = List.copyOf(nowHidden);
            hiddenChanged.accept(hidden);
        }
    }

    /** How many fit, with room for {@code more} if that is not all of them. */
    private int fitting(double room) {
        double taken = 0;
        double moreWidth = more.prefWidth(-1);
        int fit = 0;
        for (int i = 0; i < items.size(); i++) {
            taken += items.get(i).prefWidth(-1);
            boolean last = i == items.size() - 1;
            if (taken + (last ? 0 : gap() + moreWidth) > room) {
                break;
            }
            fit = i + 1;
            taken += gap();
        }
        return fit;
    }

    private double place(Node node, double x) {
        double width = node.prefWidth(-1);
        double height = node.prefHeight(-1);
        double y = (getHeight() - height) / 2;
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
        return width + gap();
    }
}
