package dev.curfew.views.graph;

/**
 * How large boxes are and what lies between them, in the picture's own units: pixels at a zoom of 1
 * and usual text.
 *
 * @param columnGap holds the chips
 */
public record Sizes(double boxWidth, double boxHeight, double columnGap, double rowGap) {
    public static final Sizes USUAL = new Sizes(160, 42, 118, 20);

    public static final double CHIP_HEIGHT = 17;
    public static final double CHIP_GAP = 3;

    /** Room for a border's frame beside its boxes. */
    public static final double FRAME = 12;

    /** Room for a border's title above its boxes. */
    public static final double FRAME_TITLE = 26;

    public double left(int column) {
        return column * (boxWidth + columnGap);
    }

    public double right(int column) {
        return left(column) + boxWidth;
    }

    /** The widest chip that leaves some of its line to be seen. */
    public double chipWidth() {
        return columnGap - 26;
    }

    static double chips(int count) {
        return count * CHIP_HEIGHT + Math.max(0, count - 1) * CHIP_GAP;
    }
}
