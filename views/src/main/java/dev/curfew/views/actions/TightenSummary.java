package dev.curfew.views.actions;

import dev.curfew.connect.ServerTimings;
import dev.curfew.containment.Change;
import dev.curfew.identity.RegistrationEntry;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What a change of TTLs does to many entries, in numbers. Defaults count as what they are. Pure.
 *
 * @param shorter entries of which a TTL becomes shorter, and none longer
 * @param longer entries of which a TTL becomes longer
 * @param same entries that keep both
 */
record TightenSummary(Range x509, Range jwt, int shorter, int longer, int same) {
    /** Shortest and longest, in seconds, now and then. */
    record Range(long shortestNow, long longestNow, long shortestThen, long longestThen) {}

    static TightenSummary of(
            List<RegistrationEntry> entries, Change.Tighten change, ServerTimings timings) {
        long x509Default = timings.defaultX509Ttl().toSeconds();
        long jwtDefault = timings.defaultJwtTtl().toSeconds();
        int shorter = 0;
        int longer = 0;
        for (RegistrationEntry entry : entries) {
            int x509 = compare(entry.x509TtlSeconds(), change.x509Seconds(), x509Default);
            int jwt = compare(entry.jwtTtlSeconds(), change.jwtSeconds(), jwtDefault);
            if (x509 > 0 || jwt > 0) {
                longer++;
            } else if (x509 < 0 || jwt < 0) {
                shorter++;
            }
        }
        return new TightenSummary(
                range(
                        entries,
                        RegistrationEntry::x509TtlSeconds,
                        change.x509Seconds(),
                        x509Default),
                range(entries, RegistrationEntry::jwtTtlSeconds, change.jwtSeconds(), jwtDefault),
                shorter,
                longer,
                entries.size() - shorter - longer);
    }

    private static int compare(int now, Optional<Integer> then, long byDefault) {
        return then.map(wanted ->
                        Long.compare(effective(wanted, byDefault), effective(now, byDefault)))
                .orElse(0);
    }

    static Range range(
            List<RegistrationEntry> entries,
            ToIntFunction<RegistrationEntry> seconds,
            Optional<Integer> then,
            long byDefault) {
        LongSummaryStatistics now =
                entries.stream()
                        .mapToLong(entry -> effective(seconds.applyAsInt(entry), byDefault))
                        .summaryStatistics();
        long wanted = then.map(s -> effective(s, byDefault)).orElse(-1L);
        return wanted < 0
                ? new Range(now.getMin(), now.getMax(), now.getMin(), now.getMax())
                : new Range(now.getMin(), now.getMax(), wanted, wanted);
    }

    private static long effective(int seconds, long byDefault) {
        return seconds == 0 ? byDefault : seconds;
    }
}
