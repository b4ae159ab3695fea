package dev.curfew.peers.experiment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a bound and what was seen.
 *
 * @param bound empty: none was claimed
 * @param seen the last moment at which it was still so; empty: it never was
 */
public record Line(Optional<Instant> bound, Optional<Instant> seen) {
    static final Line NONE = new Line(Optional.empty(), Optional.empty());

    /** How much later the bound was; negative: it was passed. Empty: nothing to compare. */
    public Optional<Duration> slack() {
        return bound.flatMap(at -> seen.map(last -> Duration.between(last, at)));
    }

    public boolean isViolated() {
        return slack().filter(Duration::isNegative).isPresent();
    }
}
