package dev.curfew.views.graph;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** From box to box by key: along arrows, or up and down a column. Pure. */
final class Walk {
    enum Way {
        ALONG,
        BACK,
        UP,
        DOWN
    }

    private final Placement placement;

    Walk(Placement placement) {
        this.placement = placement;
    }

    /** Where one begins: the uppermost box of the first column. */
    Optional<String> first() {
        return placement.picture().boxes().stream()
                .map(Box::id)
                .min(
                        Comparator.comparingInt((String box) -> placement.spot(box).column())
                                .thenComparingDouble(placement::top));
    }

    Optional<String> next(String from, Way way) {
        double y = placement.top(from);
        return switch (way) {
            case ALONG -> nearest(placement.picture().outOf(from).stream().map(Arrow::to), from, y);
            case BACK -> nearest(placement.picture().into(from).stream().map(Arrow::from), from, y);
            case UP ->
                    inColumn(from)
                            .filter(box -> placement.top(box) < y)
                            .max(Comparator.comparingDouble(placement::top));
            case DOWN ->
                    inColumn(from)
                            .filter(box -> placement.top(box) > y)
                            .min(Comparator.comparingDouble(placement::top));
        };
    }

    private Optional<String> nearest(Stream<String> boxes, String from, double y) {
        return boxes.filter(box -> !box.equals(from))
                .min(Comparator.comparingDouble((String box) -> Math.abs(placement.top(box) - y)));
    }

    private Stream<String> inColumn(String from) {
        int column = placement.spot(from).column();
        return placement.picture().boxes().stream()
                .map(Box::id)
                .filter(box -> placement.spot(box).column() == column);
    }
}
