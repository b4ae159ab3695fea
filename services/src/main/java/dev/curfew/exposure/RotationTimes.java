package dev.curfew.exposure;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a SPIRE server replaces an authority by itself. No RPC tells it: derived from the
 * authority's own dates. Pure.
 *
 * <p>Source: prepared at one half of its life, though at most 30 days before the end, and activated
 * at five sixths, though at most 7 days before the end; measured with a life of 240 s.
 *
 * @param prepare when the next one is made and put into the bundle; the old slot is emptied then
 * @param activate when the next one signs
 */
public record RotationTimes(Instant prepare, Instant activate) {
    private static final Duration EARLIEST_PREPARATION = Duration.ofDays(30);
    private static final Duration EARLIEST_ACTIVATION = Duration.ofDays(7);

    public static RotationTimes of(Instant notBefore, Instant notAfter) {
        Duration life = Duration.between(notBefore, notAfter);
        if (life.isNegative()) {
            life = Duration.ZERO;
        }
        Duration preparedBefore = shorter(life.dividedBy(2), EARLIEST_PREPARATION);
        Duration activatedBefore = shorter(life.dividedBy(6), EARLIEST_ACTIVATION);
        return new RotationTimes(notAfter.minus(preparedBefore), notAfter.minus(activatedBefore));
    }

    /**
     * The longest life that is never cut: a TTL above it ends early for what is signed late in the
     * authority's life, because it signs until its successor is activated. In whole minutes, which
     * leaves out the seconds that authorities are dated back by.
     */
    public static Duration longestUncut(Instant notBefore, Instant notAfter) {
        Duration exact = Duration.between(of(notBefore, notAfter).activate(), notAfter);
        return exact.toMinutes() == 0 ? exact : exact.truncatedTo(ChronoUnit.MINUTES);
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
