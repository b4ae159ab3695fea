package dev.curfew.views.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Time from left to right.
 *
 * @param left in pixels, where {@code from} is
 * @param right in pixels, where {@code to} is
 */
record TimeAxis(Instant from, Instant to, double left, double right) {
    /** How much of the past is shown at most, and at least. */
    private static final Duration MOST = Duration.ofSeconds(210);

    private static final Duration LEAST = Duration.ofSeconds(60);

    /** A little of what comes, so that now is no edge. */
    private static final Duration AHEAD = Duration.ofSeconds(10);

    private static final int TICK_SECONDS = 30;

    /** Shows the last minutes, or less as long as there was less; it grows by whole ticks. */
    static TimeAxis around(Instant now, Instant first, double left, double right) {
        long seconds = Math.max(0, Duration.between(first, now).toSeconds());
        long past =
                Math.clamp(
                        Math.ceilDiv(seconds, TICK_SECONDS) * TICK_SECONDS,
                        LEAST.toSeconds(),
                        MOST.toSeconds());
        return new TimeAxis(
                now.minusSeconds(past), now.plus(AHEAD), left, Math.max(left + 1, right));
    }

    double at(Instant moment) {
        double span = Duration.between(from, to).toMillis();
        double part = Duration.between(from, moment).toMillis() / span;
        return left + Math.clamp(part, 0, 1) * (right - left);
    }

    /** Where the present is. */
    double now() {
        return at(to.minus(AHEAD));
    }

    double pixelsPerSecond() {
        return (right - left) / Duration.between(from, to).toSeconds();
    }

    boolean shows(Instant moment) {
        return !moment.isBefore(from) && !moment.isAfter(to);
    }

    /** Every half minute. */
    List<Instant> ticks() {
        List<Instant> ticks = new ArrayList<>();
        long first = Math.ceilDiv(from.getEpochSecond() + 1, TICK_SECONDS) * TICK_SECONDS;
        for (long at = first; at < to.getEpochSecond(); at += TICK_SECONDS) {
            ticks.add(Instant.ofEpochSecond(at));
        }
        return ticks;
    }
}
