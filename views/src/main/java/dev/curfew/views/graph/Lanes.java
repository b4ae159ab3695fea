package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Finds ways between boxes for arrows that have none yet and pass whole columns. */
final class Lanes {
    /** Free room above and below a line. */
    private static final double CLEAR = 7;

    private Lanes() {}

    static void fill(GraphPicture picture, Sizes sizes, Skeleton skeleton) {
        List<Arrow> missing = new ArrayList<>();
        for (Arrow arrow : picture.arrows()) {
            int count = Math.abs(column(skeleton, arrow.to()) - column(skeleton, arrow.from())) - 1;
            List<Double> known = skeleton.lanes.get(arrow.id());
            if (count <= 0) {
                skeleton.lanes.put(arrow.id(), List.of());
            } else if (known == null || known.size() != count) {
                missing.add(arrow);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Occupied occupied = new Occupied();
        skeleton.spots.forEach((box, spot) ->
                occupied.take(spot.column(), spot.y(), spot.y() + sizes.boxHeight()));
        for (Arrow arrow : missing) {
            skeleton.lanes.put(arrow.id(), way(arrow, sizes, skeleton, occupied));
        }
    }

    private static List<Double> way(
            Arrow arrow, Sizes sizes, Skeleton skeleton, Occupied occupied) {
        Spot from = spot(skeleton, arrow.from());
        Spot to = spot(skeleton, arrow.to());
        int step = Integer.signum(to.column() - from.column());
        double start = from.y() + sizes.boxHeight() / 2;
        double end = to.y() + sizes.boxHeight() / 2;
        List<Double> ys = new ArrayList<>();
        double at = start;
        for (int column = from.column() + step; column != to.column(); column += step) {
            double left = Math.abs(to.column() - column) + 1;
            double wish = at + (end - at) / left;
            at = occupied.nearest(column, wish - CLEAR, 2 * CLEAR) + CLEAR;
            ys.add(at);
        }
        return List.copyOf(ys);
    }

    private static int column(Skeleton skeleton, String box) {
        return spot(skeleton, box).column();
    }

    private static Spot spot(Skeleton skeleton, String box) {
        return Objects.requireNonNull(skeleton.spots.get(box), box);
    }
}
