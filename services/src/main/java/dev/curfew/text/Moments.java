package dev.curfew.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as text: in UTC to the second, and how far they are away. Pure. */
public final class Moments {
    private Moments() {}

    /** {@code 2026-11-22T13:45:10Z}. */
    public static String utc(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code in 5 m}, {@code 2 h ago}, {@code now}; from two days on in whole days. */
    public static String away(Instant at, Instant now) {
        Duration left = Duration.between(now, at);
        Duration far = left.abs();
        if (far.toSeconds() == 0) {
            return "now";
        }
        Duration shown =
                far.toDays() >= 2
                        ? Duration.ofDays(far.toDays())
                        : far.toHours() >= 1
                                ? Duration.ofMinutes(far.toMinutes())
                                : Duration.ofSeconds(far.toSeconds());
        return left.isNegative()
                ? Durations.display(shown) + " ago"
                : "in " + Durations.display(shown);
    }

    /** {@code 2026-11-22T13:45:10Z (in 5 m)}. */
    public static String both(Instant at, Instant now) {
        return utc(at) + " (" + away(at, now) + ")";
    }
}
