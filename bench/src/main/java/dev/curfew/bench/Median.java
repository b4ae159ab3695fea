package dev.curfew.bench;

import java.util.Arrays;

/** Of a few repetitions, and of many key strokes. */
final class Median {
    private Median() {}

    static double of(double... values) {
        return percentile(50, values);
    }

    /** The smallest value that at least {@code percent} of all do not exceed. */
    static double percentile(int percent, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int at = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return sorted[Math.max(0, at)];
    }
}
