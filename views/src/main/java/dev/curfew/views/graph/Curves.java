package dev.curfew.views.graph;

import java.util.List;

/** Points on a route. */
final class Curves {
    private static final int STEPS = 12;

    private Curves() {}

    /** Takes the ends of short straight lines along a route. */
    @FunctionalInterface
    interface Lines {
        void line(double fromX, double fromY, double toX, double toY);
    }

    static void along(Route route, int steps, Lines lines) {
        List<Point> points = route.points();
        for (int i = 0; i + 1 < points.size(); i++) {
            Point from = points.get(i);
            Point to = points.get(i + 1);
            if (i % 2 == 1 || steps == 1) {
                lines.line(from.x(), from.y(), to.x(), to.y());
                continue;
            }
            Point[] bend = route.bend(i);
            double x = from.x();
            double y = from.y();
            for (int step = 1; step <= steps; step++) {
                double t = (double) step / steps;
                double nextX = at(t, from.x(), bend[0].x(), bend[1].x(), to.x());
                double nextY = at(t, from.y(), bend[0].y(), bend[1].y(), to.y());
                lines.line(x, y, nextX, nextY);
                x = nextX;
                y = nextY;
            }
        }
    }

    private static double at(double t, double a, double b, double c, double d) {
        double u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    static double distance(Route route, double x, double y) {
        double[] nearest = {Double.MAX_VALUE};
        along(
                route,
                STEPS,
                (fromX, fromY, toX, toY) ->
                        nearest[0] = Math.min(nearest[0], distance(x, y, fromX, fromY, toX, toY)));
        return nearest[0];
    }

    private static double distance(
            double x, double y, double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        double length = dx * dx + dy * dy;
        double t =
                length == 0 ? 0 : Math.clamp(((x - fromX) * dx + (y - fromY) * dy) / length, 0, 1);
        return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
    }
}
