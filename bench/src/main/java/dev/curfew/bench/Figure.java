package dev.curfew.bench;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param ours and {@code theirs} in the same unit; theirs is NaN where there is no peer
 * @param limit of the ratio, or of ours where there is no peer; infinite where there is none
 */
record Figure(String name, String unit, double ours, double theirs, double limit) {
    double measured() {
        return Double.isNaN(theirs) ? ours : ours / theirs;
    }

    boolean holds() {
        return measured() <= limit;
    }

    static String head() {
        return String.format(
                Locale.ROOT,
                "%-58s %10s %10s %8s %8s",
                "figure",
                "Curfew",
                "peer",
                "ratio",
                "limit");
    }

    String line() {
        return Double.isNaN(theirs)
                ? String.format(
                        Locale.ROOT,
                        "%-58s %10s %10s %8s %8s %s",
                        name + " [" + unit + "]",
                        number(ours),
                        "–",
                        "–",
                        isTold() ? "–" : number(limit),
                        isTold() ? "" : verdict())
                : String.format(
                        Locale.ROOT,
                        "%-58s %10s %10s %8s %8s %s",
                        name + " [" + unit + "]",
                        number(ours),
                        number(theirs),
                        number(measured()),
                        number(limit),
                        verdict());
    }

    private boolean isTold() {
        return limit == Double.POSITIVE_INFINITY;
    }

    private String verdict() {
        return holds() ? "holds" : "MISSED";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
    }
}
