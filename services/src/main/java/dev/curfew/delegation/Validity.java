package dev.curfew.delegation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a grant counts.
 *
 * @param issuedAt empty: not told
 * @param notBefore empty: from the beginning
 * @param withdrawn its system does not let it count any more, whatever the times say: revoked, or
 *     without the lease that it needs
 */
public record Validity(
        Optional<Instant> issuedAt, Optional<Instant> notBefore, End end, boolean withdrawn) {
    public static final Validity LASTING = until(End.NEVER);
    public static final Validity UNKNOWN = until(End.UNKNOWN);

    public static Validity until(End end) {
        return new Validity(Optional.empty(), Optional.empty(), end, false);
    }

    public static Validity until(Instant end) {
        return until(End.at(end));
    }

    public static Validity withdrawn(End end) {
        return new Validity(Optional.empty(), Optional.empty(), end, true);
    }

    public Validity issued(Instant at) {
        return new Validity(Optional.of(at), notBefore, end, withdrawn);
    }

    public Validity with(End changed) {
        return new Validity(issuedAt, notBefore, changed, withdrawn);
    }

    /** Whether it counts at that moment by itself; what stands above it is not looked at. */
    public boolean countsAt(Instant now) {
        return !withdrawn
                && !end.isPast(now)
                && notBefore.map(start -> !now.isBefore(start)).orElse(true);
    }

    /** From issue, or its beginning, to its end; empty where one of them is not known. */
    public Optional<Duration> lifetime() {
        Optional<Instant> begins = issuedAt.or(() -> notBefore);
        return begins.flatMap(from -> end.instant().map(to -> Duration.between(from, to)));
    }
}
