package dev.curfew.views.graph;

/**
 * What part of a picture is seen, and how large. A point of the picture is at {@code x * scale +
 * left} on screen.
 */
record Camera(double scale, double left, double top) {
    static final double SMALLEST = 0.01;
    static final double LARGEST = 4;

    /** More than this is never needed to see everything. */
    private static final double LARGEST_FIT = 1;

    double toScreenX(double x) {
        return x * scale + left;
    }

    double toScreenY(double y) {
        return y * scale + top;
    }

    double toPictureX(double x) {
        return (x - left) / scale;
    }

    double toPictureY(double y) {
        return (y - top) / scale;
    }

    /** What lies under this point of the screen stays there. */
    Camera zoomedAt(double x, double y, double factor) {
        double wanted = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double change = wanted / scale;
        return new Camera(wanted, x - (x - left) * change, y - (y - top) * change);
    }

    Camera moved(double byX, double byY) {
        return new Camera(scale, Math.rint(left + byX), Math.rint(top + byY));
    }

    Camera centredOn(double x, double y, double width, double height) {
        return new Camera(
                scale, Math.rint(width / 2 - x * scale), Math.rint(height / 2 - y * scale));
    }

    /**
     * Shows a whole picture, from its upper left corner if there is room to spare.
     *
     * @param usual the scale of usual text; nothing is shown larger than that
     */
    static Camera fit(Span picture, double width, double height, double usual) {
        double scale =
                Math.min(
                        usual * LARGEST_FIT,
                        Math.min(width / picture.width(), height / picture.height()));
        double bounded = Math.clamp(scale, SMALLEST, LARGEST);
        double spareX = Math.max(0, width - picture.width() * bounded);
        double spareY = Math.max(0, height - picture.height() * bounded);
        return new Camera(
                bounded,
                Math.rint(spareX / 2 - picture.x() * bounded),
                Math.rint(spareY / 3 - picture.y() * bounded));
    }

    /** What is seen on a screen of this size. */
    Span seen(double width, double height) {
        return new Span(toPictureX(0), toPictureY(0), width / scale, height / scale);
    }
}
