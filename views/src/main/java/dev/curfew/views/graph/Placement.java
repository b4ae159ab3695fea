package dev.curfew.views.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where everything of a picture stands. Immutable.
 *
 * @param lanes for each arrow, how high it passes the columns between its ends, in its own order
 * @param columns how many there are
 */
public record Placement(
        GraphPicture picture,
        Sizes sizes,
        Map<String, Spot> spots,
        Map<String, List<Double>> lanes,
        Map<String, Route> routes,
        List<Frame> frames,
        int columns,
        double width,
        double height) {

    public static final Placement EMPTY =
            new Placement(
                    GraphPicture.EMPTY,
                    Sizes.USUAL,
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    0,
                    0,
                    0);

    public boolean isEmpty() {
        return spots.isEmpty();
    }

    public Spot spot(String box) {
        return Objects.requireNonNull(spots.get(box), box);
    }

    public Route route(String arrow) {
        return Objects.requireNonNull(routes.get(arrow), arrow);
    }

    public double left(String box) {
        return sizes.left(spot(box).column());
    }

    public double top(String box) {
        return spot(box).y();
    }

    public boolean has(String box) {
        return spots.containsKey(box);
    }

    /** The same places for a picture with the same boxes and arrows that looks different. */
    public Placement dressed(GraphPicture other) {
        return new Placement(other, sizes, spots, lanes, routes, frames, columns, width, height);
    }
}
