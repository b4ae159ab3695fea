package dev.curfew.views.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in each column already, and the free room nearest to a wish. */
final class Occupied {
    private final Map<Integer, TreeMap<Double, Double>> columns = new HashMap<>();

    void take(int column, double top, double bottom) {
        columns.computeIfAbsent(column, any -> new TreeMap<>()).merge(top, bottom, Math::max);
    }

    /** The upper edge, nearest to the wished one, of free room this high. */
    double nearest(int column, double wish, double height) {
        TreeMap<Double, Double> taken = columns.get(column);
        if (taken == null || isFree(taken, wish, height)) {
            return wish;
        }
        List<Double> edges = new ArrayList<>();
        taken.forEach((top, bottom) -> {
            edges.add(top - height);
            edges.add(bottom);
        });
        edges.sort((a, b) -> {
            int nearer = Double.compare(Math.abs(a - wish), Math.abs(b - wish));
            return nearer == 0 ? Double.compare(b, a) : nearer;
        });
        return edges.stream().filter(edge -> isFree(taken, edge, height)).findFirst().orElse(wish);
    }

    private static boolean isFree(TreeMap<Double, Double> taken, double top, double height) {
        // Intervals do not overlap but for shared tops, so the one that begins last decides.
        Map.Entry<Double, Double> before = taken.lowerEntry(top + height);
        return before == null || before.getValue() <= top;
    }
}
