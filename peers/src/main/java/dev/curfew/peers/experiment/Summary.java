package dev.curfew.peers.experiment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** All results of an experiment as a table. Pure. */
public record Summary(List<Result> results) {
    public Summary {
        results = List.copyOf(results);
    }

    public long violations() {
        return results.stream().filter(Result::isViolated).count();
    }

    /** By deed: trials, violations, and the least, the middle and the 95 % of each slack. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%-12s %6s %9s %9s   %s",
                        "deed",
                        "trials",
                        "violated",
                        "tried out",
                        "slack in s: least / median / 95 %: issuance, agents know, X.509, JWT"));
        for (Deed deed : Deed.values()) {
            List<Result> of = results.stream().filter(r -> r.deed() == deed).toList();
            if (!of.isEmpty()) {
                lines.add(line(deed.name().toLowerCase(Locale.ROOT), of));
            }
        }
        lines.add(line("all", results));
        return lines;
    }

    private static String line(String name, List<Result> of) {
        return String.format(
                Locale.ROOT,
                "%-12s %6d %9d %9d   %s  %s  %s  %s",
                name,
                of.size(),
                of.stream().filter(Result::isViolated).count(),
                of.stream().filter(Result::verifiedToTheEnd).count(),
                slack(of, Result::issuance),
                slack(of, Result::nodes),
                slack(of, Result::x509),
                slack(of, Result::jwt));
    }

    private static String slack(List<Result> of, Function<Result, Line> line) {
        List<Duration> sorted =
                of.stream().map(line).map(Line::slack).flatMap(Optional::stream).sorted().toList();
        return sorted.isEmpty()
                ? String.format("%-22s", "–")
                : String.format(
                        Locale.ROOT,
                        "%6.1f / %5.1f / %5.1f",
                        seconds(sorted.getFirst()),
                        seconds(percentile(sorted, 50)),
                        seconds(percentile(sorted, 95)));
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
