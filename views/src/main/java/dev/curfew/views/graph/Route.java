package dev.curfew.views.graph;

import java.util.List;

/**
 * How an arrow runs: from its first point a curve to the second, from there straight to the third,
 * again a curve, and so on to the last.
 *
 * @param forward whether it arrives at the left side of its target; else at the right one
 * @param chip the middle of its chips
 */
public record Route(List<Point> points, boolean forward, Point chip) {
    /** How far a line bends out that comes back to the column it left. */
    static final double BULGE = 46;

    public Route {
        points = List.copyOf(points);
    }

    public Point start() {
        return points.getFirst();
    }

    public Point end() {
        return points.getLast();
    }

    /** Leaves and arrives at the same side of one column. */
    public boolean isBulge() {
        return points.size() == 2 && start().x() == end().x();
    }

    /** The control points of the curve that begins at the point with this index. */
    public Point[] bend(int index) {
        Point from = points.get(index);
        Point to = points.get(index + 1);
        double out = isBulge() ? BULGE : (to.x() - from.x()) / 2;
        double in = isBulge() ? BULGE : (from.x() - to.x()) / 2;
        return new Point[] {new Point(from.x() + out, from.y()), new Point(to.x() + in, to.y())};
    }
}
