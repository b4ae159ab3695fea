package dev.curfew.views.graph;

/**
 * How much is drawn of each thing: nothing that nobody could read.
 *
 * @param hairline the width of one pixel in the picture's units
 */
record Detail(boolean icons, boolean names, boolean notes, boolean chips, double hairline) {
    private static final double LEAST_ICONS = 0.4;
    private static final double LEAST_NAMES = 0.42;
    private static final double LEAST_CHIPS = 0.55;
    private static final double LEAST_NOTES = 0.6;

    static final Detail ALL = new Detail(true, true, true, true, 1);

    /**
     * @param scale pixels for each of the picture's units
     */
    static Detail at(double scale) {
        return new Detail(
                scale >= LEAST_ICONS,
                scale >= LEAST_NAMES,
                scale >= LEAST_NOTES,
                scale >= LEAST_CHIPS,
                1 / scale);
    }
}
