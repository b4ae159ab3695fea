package dev.curfew.exposure;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One summand or cap of a bound.
 *
 * @param key of its sentence, {@code term.KEY}, with {0} = the amount or the time
 * @param amount what it adds; empty for a cap, and for a summand that nobody knows
 * @param cap at which moment it ends everything at the latest; empty for a summand
 */
public record Term(String key, Optional<Duration> amount, Optional<Instant> cap, Source source) {
    /** Where a number comes from. */
    public enum Source {
        /** Read from a system. */
        OBSERVED,
        /** How SPIRE works, as measured and as its source says; no setting changes it. */
        DERIVED,
        /** A setting of the connection that an operator confirmed. */
        DECLARED,
        /** SPIRE's default, confirmed by nobody. */
        ASSUMED,
        /** Nobody knows it, and so nobody knows the sum. */
        UNKNOWN
    }

    static Term adds(String key, Duration amount, Source source) {
        return new Term(key, Optional.of(amount), Optional.empty(), source);
    }

    static Term caps(String key, Instant at, Source source) {
        return new Term(key, Optional.empty(), Optional.of(at), source);
    }

    /** A summand that nobody knows: never zero. */
    static Term unknown(String key) {
        return new Term(key, Optional.empty(), Optional.empty(), Source.UNKNOWN);
    }

    public boolean isUnknown() {
        return amount.isEmpty() && cap.isEmpty();
    }
}
