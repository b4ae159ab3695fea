package dev.curfew.views.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Places of boxes, and the lanes of those arrows that have some already. Built by one thread. */
final class Skeleton {
    final Map<String, Spot> spots = new HashMap<>();
    final Map<String, List<Double>> lanes = new HashMap<>();

    /** Takes over another one, lowered. */
    void add(Skeleton other, double by) {
        other.spots.forEach((box, spot) -> spots.put(box, spot.lowered(by)));
        other.lanes.forEach((arrow, ys) -> lanes.put(arrow, ys.stream().map(y -> y + by).toList()));
    }

    double top() {
        double boxes = spots.values().stream().mapToDouble(Spot::y).min().orElse(0);
        return lanes.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .reduce(boxes, Math::min);
    }

    double bottom(Sizes sizes) {
        double boxes = spots.values().stream().mapToDouble(Spot::y).max().orElse(0);
        return lanes.values().stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .reduce(boxes + sizes.boxHeight(), Math::max);
    }
}
