package dev.curfew.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A timing and where it comes from.
 *
 * @param at when it was declared or learned, on our clock; empty: not known, or assumed
 */
public record TimingValue(Duration value, Source source, Optional<Instant> at) {
    /** Where a timing comes from. */
    public enum Source {
        /** SPIRE's default, confirmed by nobody. */
        ASSUMED,
        /** An operator said so. */
        DECLARED,
        /** Read off what the server gave. */
        LEARNED
    }

    public TimingValue {
        if (value.isNegative()) {
            throw new IllegalArgumentException("a timing is not negative: " + value);
        }
    }

    public static TimingValue assumed(Timing timing) {
        return new TimingValue(timing.byDefault(), Source.ASSUMED, Optional.empty());
    }

    public static TimingValue declared(Duration value, Instant at) {
        return new TimingValue(value, Source.DECLARED, Optional.of(at));
    }

    public static TimingValue learned(Duration value, Instant at) {
        return new TimingValue(value, Source.LEARNED, Optional.of(at));
    }

    public boolean isAssumed() {
        return source == Source.ASSUMED;
    }
}
