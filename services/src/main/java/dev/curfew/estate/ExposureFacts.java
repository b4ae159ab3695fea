package dev.curfew.estate;

import dev.curfew.exposure.Facts;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.identity.AuthoritySlots.Slot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server's estate gives for computing a bound. Pure. */
public final class ExposureFacts {
    private ExposureFacts() {}

    /**
     * The facts of an action at this moment.
     *
     * @param x509Seconds and {@code jwtSeconds}: TTLs of all that is concerned; 0 = the default
     */
    public static Facts of(
            ServerEstate server, Instant now, IntStream x509Seconds, IntStream jwtSeconds) {
        AuthorityView authorities = server.authorities().value();
        return new Facts(
                now,
                server.profile().timings(),
                longest(x509Seconds, server.profile().timings().defaultX509Ttl()),
                longest(jwtSeconds, server.profile().timings().defaultJwtTtl()),
                latestEnd(authorities.x509()),
                latestEnd(authorities.jwt()),
                server.skew());
    }

    /** Empty where the default is the longest: its source is another. */
    private static Optional<Duration> longest(IntStream seconds, Duration byDefault) {
        int[] all = seconds.toArray();
        int set = IntStream.of(all).max().orElse(0);
        boolean defaultUsed = all.length == 0 || IntStream.of(all).anyMatch(s -> s == 0);
        return set == 0 || defaultUsed && byDefault.toSeconds() >= set
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(set));
    }

    private static Optional<Instant> latestEnd(Optional<AuthoritySlots> slots) {
        return slots.stream()
                .flatMap(s -> Stream.of(s.active(), s.prepared()))
                .flatMap(Optional::stream)
                .map(Slot::expiresAt)
                .max(Instant::compareTo);
    }
}
