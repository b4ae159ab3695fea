package dev.curfew.exposure;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a TTL is what it is: the smallest of what the entry asks for (or the server's default) and
 * what is left of the signing authority. SPIRE cuts without a word.
 *
 * @param effective how long an SVID issued now lives at most
 * @param decidedBy what made it so
 * @param assumed true where the server's default decides and nobody has confirmed it
 */
public record TtlExplanation(Duration effective, Cause decidedBy, boolean assumed) {
    public enum Cause {
        ENTRY,
        SERVER_DEFAULT,
        AUTHORITY_END
    }

    public static TtlExplanation x509(
            int entrySeconds, ServerTimings timings, Optional<Instant> authorityEnd, Instant now) {
        return of(entrySeconds, timings.of(Timing.DEFAULT_X509_TTL), authorityEnd, now);
    }

    public static TtlExplanation jwt(
            int entrySeconds, ServerTimings timings, Optional<Instant> authorityEnd, Instant now) {
        return of(entrySeconds, timings.of(Timing.DEFAULT_JWT_TTL), authorityEnd, now);
    }

    private static TtlExplanation of(
            int entrySeconds, TimingValue byDefault, Optional<Instant> authorityEnd, Instant now) {
        boolean fromEntry = entrySeconds != 0;
        Duration wanted = fromEntry ? Duration.ofSeconds(entrySeconds) : byDefault.value();
        if (authorityEnd.isPresent()) {
            Duration left = Duration.between(now, authorityEnd.get());
            if (left.compareTo(wanted) < 0) {
                return new TtlExplanation(
                        left.isNegative() ? Duration.ZERO : left, Cause.AUTHORITY_END, false);
            }
        }
        return fromEntry
                ? new TtlExplanation(wanted, Cause.ENTRY, false)
                : new TtlExplanation(wanted, Cause.SERVER_DEFAULT, byDefault.isAssumed());
    }
}
