package dev.curfew.estate;

import dev.curfew.exposure.Facts;
import dev.curfew.identity.TrustBundle.JwtAuthority;
import dev.curfew.identity.TrustBundle.X509Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server's estate gives for computing a bound. Pure. */
public final class ExposureFacts {
    /** An authority is prepared at one half of its life and signs from five sixths on. */
    private static final int PREPARED_FOR = 3;

    /** Of a long life only the last 30 days count, and the last 7. */
    private static final Duration LONGEST_PREPARED = Duration.ofDays(23);

    private ExposureFacts() {}

    /**
     * The facts of an action at this moment.
     *
     * @param x509Seconds and {@code jwtSeconds}: TTLs of all that is concerned; 0 = the default
     */
    public static Facts of(
            ServerEstate server, Instant now, IntStream x509Seconds, IntStream jwtSeconds) {
        AuthorityView authorities = server.authorities().value();
        boolean complete = allThatMaySign(server, now);
        return new Facts(
                now,
                server.profile().timings(),
                longest(x509Seconds, server.profile().timings().defaultX509Ttl()),
                longest(jwtSeconds, server.profile().timings().defaultJwtTtl()),
                latest(
                        complete,
                        authorities.x509Authorities().stream().map(X509Authority::notAfter)),
                latest(
                        complete,
                        authorities.jwtAuthorities().stream().map(JwtAuthority::expiresAt)),
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

    /**
     * Of everything in the bundle: whatever has signed what is alive, and whatever signs before all
     * servers have heard of the action, is in it, also where other servers of the domain have
     * authorities of their own.
     */
    private static Optional<Instant> latest(boolean complete, Stream<Instant> ends) {
        return complete ? ends.max(Instant::compareTo) : Optional.empty();
    }

    /**
     * Whether the bundle was read so lately that nothing prepared since can sign by the time that
     * the server has heard of the action; but for a rotation by hand in between.
     */
    private static boolean allThatMaySign(ServerEstate server, Instant now) {
        Duration life =
                server.authorities().value().x509Authorities().stream()
                        .map(root -> Duration.between(root.notBefore(), root.notAfter()))
                        .reduce(server.profile().timings().caTtl(), ExposureFacts::shorter);
        Duration prepared = shorter(life.dividedBy(PREPARED_FOR), LONGEST_PREPARED);
        return server.authorities()
                .readAt()
                .map(at -> at.plus(prepared).minus(server.profile().timings().cacheReload()))
                .filter(now::isBefore)
                .isPresent();
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
