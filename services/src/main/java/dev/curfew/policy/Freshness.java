package dev.curfew.policy;

import java.time.Duration;
import java.time.Instant;

/**
 * How old an answer is, and by whose clock it was decided.
 *
 * @param readAt by our clock, when it was asked
 */
public record Freshness(Consistency consistency, Instant readAt, Clock clock) {

    /** Who says what time it is when something expires. */
    public enum Clock {
        /** Whoever asks: a wrong clock brings back what has expired. */
        CALLER,
        BACKEND
    }

    /** Never negative. */
    public Duration age(Instant now) {
        Duration age = Duration.between(readAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
