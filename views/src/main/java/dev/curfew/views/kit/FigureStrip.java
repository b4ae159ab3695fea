package dev.curfew.views.kit;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** Figures in one frame, equally wide, in as many rows as they need to be read in whole. */
public final class FigureStrip extends Region {
    private final List<FigureTile> tiles;
    private final Region least = new Region();
    private int columns;

    public FigureStrip(List<FigureTile> tiles) {
        this.tiles = List.copyOf(tiles);
        getStyleClass().add("figure-strip");
        least.getStyleClass().add("figure-least");
        least.setManaged(false);
        least.setVisible(false);
        getChildren().setAll(this.tiles);
        getChildren().add(least);
        mark(Math.max(1, this.tiles.size()));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double inner(double width) {
        Insets insets = getInsets();
        return width - insets.getLeft() - insets.getRight();
    }

    /** As many as there is room for, then balanced: six are 6, 3 and 3, or 2, 2 and 2. */
    private int columnsFor(double width) {
        int all = Math.max(1, tiles.size());
        int fit = (int) Math.clamp(inner(width) / Math.max(1, least.prefWidth(-1)), 1, all);
        int rows = (all + fit - 1) / fit;
        return (all + rows - 1) / rows;
    }

    private double rowHeight() {
        return tiles.stream().mapToDouble(tile -> tile.prefHeight(-1)).max().orElse(0);
    }

    private int rows(int inRow) {
        return (tiles.size() + inRow - 1) / inRow;
    }

    @Override
    protected double computePrefWidth(double height) {
        return tiles.size() * least.prefWidth(-1);
    }

    @Override
    protected double computeMinWidth(double height) {
        return least.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        int inRow = width <= 0 ? tiles.size() : columnsFor(width);
        Insets insets = getInsets();
        return rows(Math.max(1, inRow)) * rowHeight() + insets.getTop() + insets.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int inRow = columnsFor(getWidth());
        if (inRow != columns) {
            mark(inRow);
        }
        double width = inner(getWidth()) / inRow;
        double height = rowHeight();
        for (int i = 0; i < tiles.size(); i++) {
            double left = snapPositionX(getInsets().getLeft() + i % inRow * width);
            double right = snapPositionX(getInsets().getLeft() + (i % inRow + 1) * width);
            double top = snapPositionY(getInsets().getTop() + i / inRow * height);
            tiles.get(i).resizeRelocate(left, top, right - left, height);
        }
    }

    /** Which tiles begin a row, and which stand below another: lines go between them. */
    private void mark(int inRow) {
        columns = inRow;
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).place(i % inRow == 0, i >= inRow);
        }
    }
}
