package dev.curfew.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a grant was read, and how it came to be known.
 *
 * @param system which backend, server or file, by the name an operator knows it by
 * @param reference what to look for there: a relationship, a token's {@code jti}, an entry's ID;
 *     never a secret
 * @param readAt on our clock; empty for what was declared
 */
public record Source(
        Origin origin, Kind kind, String system, String reference, Optional<Instant> readAt) {
    public enum Origin {
        OBSERVED,
        DERIVED,
        DECLARED
    }

    public enum Kind {
        TOKEN,
        RELATIONSHIP,
        POLICY,
        ENTRY,
        NODE,
        FEDERATION,
        TYPED
    }

    public static Source observed(Kind kind, String system, String reference, Instant readAt) {
        return new Source(Origin.OBSERVED, kind, system, reference, Optional.of(readAt));
    }

    public static Source declared(String system, String reference) {
        return new Source(Origin.DECLARED, Kind.TYPED, system, reference, Optional.empty());
    }

    /** How old the reading is; empty for what was declared. */
    public Optional<Duration> age(Instant now) {
        return readAt.map(at -> Duration.between(at, now));
    }
}
