package dev.curfew.estate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what can not be reached is tried again: soon at first, then ever more rarely, and never
 * given up. Any thread.
 */
final class Attempts {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLED = 10;

    private int failures;
    private @Nullable Instant next;

    /** The time of the next attempt after one that failed now. */
    synchronized Instant failed(Instant now) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLED));
        failures++;
        Instant then = now.plus(wait.compareTo(LONGEST) < 0 ? wait : LONGEST);
        next = then;
        return then;
    }

    /** It was reached, or trying again would not help. */
    synchronized void end() {
        failures = 0;
        next = null;
    }

    synchronized boolean isWaiting() {
        return next != null;
    }

    synchronized boolean isDue(Instant now) {
        Instant then = next;
        return then != null && !now.isBefore(then);
    }
}
