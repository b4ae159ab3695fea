package dev.curfew.views.graph;

/** A rectangle in the picture's own units. */
record Span(double x, double y, double width, double height) {
    boolean touches(double left, double top, double right, double bottom) {
        return left <= x + width && right >= x && top <= y + height && bottom >= y;
    }

    Span grown(double by) {
        return new Span(x - by, y - by, width + 2 * by, height + 2 * by);
    }

    boolean holds(Span other) {
        return other.x >= x
                && other.y >= y
                && other.x + other.width <= x + width
                && other.y + other.height <= y + height;
    }
}
