package dev.curfew.containment.run;

import java.time.Duration;

/**
 * How long to wait before the next attempt, and how many there are.
 *
 * @param first before the second attempt; doubled for each further one
 * @param longest no wait is longer
 */
public record Backoff(Duration first, Duration longest, int attempts) {
    /** About a minute in all; what is not reached by then is said, and can be gone on with. */
    public static final Backoff USUAL =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15), 8);

    /**
     * @param attempts that were made already, at least 1
     */
    Duration after(int attempts) {
        Duration wait = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
