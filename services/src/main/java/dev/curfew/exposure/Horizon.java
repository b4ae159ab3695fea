package dev.curfew.exposure;

import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many identities could still hold a valid SVID at moments to come, if issuing stopped now. An
 * upper bound: SPIRE keeps no list of what it issued, so each identity counts as if its longest
 * SVID had been signed at the last moment. A JWT-SVID counts for the minute longer that validators
 * allow. Pure.
 *
 * <p>An alias entry names nodes and is issued to nobody, so it does not count. Not covered: minted
 * SVIDs, what a downstream server signs with its intermediate, and connections that are open.
 *
 * @param identities different SPIFFE IDs of entries that issue
 * @param x509DeadBy by when the last X509-SVID of all is dead
 * @param jwtDeadBy by when the last JWT-SVID of all is dead
 */
public record Horizon(
        Instant from, int identities, List<Mark> marks, Instant x509DeadBy, Instant jwtDeadBy) {
    /** Now, and in 1 m, 5 m, 15 m, 1 h and 24 h. */
    public static final List<Duration> MOMENTS =
            List.of(
                    Duration.ZERO,
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1),
                    Duration.ofHours(24));

    public Horizon {
        marks = List.copyOf(marks);
    }

    /**
     * One moment.
     *
     * @param x509 identities whose last X509-SVID could still be valid then
     * @param jwt the same for JWT-SVIDs
     */
    public record Mark(Duration after, int x509, int jwt) {}

    /**
     * @param entries in any order; several may give the same identity
     * @param facts when issuing stops, timings, ends of the authorities, clock skew; its longest
     *     TTLs are not looked at
     */
    public static Horizon of(
            Collection<RegistrationEntry> entries, Facts facts, List<Duration> moments) {
        int defaultX509 = Math.toIntExact(facts.timings().defaultX509Ttl().toSeconds());
        int defaultJwt = Math.toIntExact(facts.timings().defaultJwtTtl().toSeconds());
        // Both TTLs in one number: a console holds a hundred thousand of these.
        Map<SpiffeId, Long> longest = new HashMap<>();
        for (RegistrationEntry entry : entries) {
            if (!entry.isNodeAlias()) {
                int x509 = effective(entry.x509TtlSeconds(), defaultX509);
                int jwt = effective(entry.jwtTtlSeconds(), defaultJwt);
                longest.merge(entry.spiffeId(), pack(x509, jwt), Horizon::longer);
            }
        }
        List<Mark> marks = new ArrayList<>();
        long leeway = Terms.JWT_LEEWAY.toSeconds();
        long x509Cap = cap(facts, facts.x509AuthorityEnd(), 0);
        long jwtCap = cap(facts, facts.jwtAuthorityEnd(), leeway);
        long late = roundedUp(facts.timings().cacheReload().plus(facts.ahead()));
        int[] x509At = new int[moments.size()];
        int[] jwtAt = new int[moments.size()];
        long lastX509 = 0;
        long lastJwt = 0;
        for (long both : longest.values()) {
            long x509 = Math.min(late + x509(both), x509Cap);
            long jwt = Math.min(late + jwt(both) + leeway, jwtCap);
            lastX509 = Math.max(lastX509, x509);
            lastJwt = Math.max(lastJwt, jwt);
            for (int i = 0; i < x509At.length; i++) {
                long after = moments.get(i).toSeconds();
                x509At[i] += x509 > after ? 1 : 0;
                jwtAt[i] += jwt > after ? 1 : 0;
            }
        }
        for (int i = 0; i < x509At.length; i++) {
            marks.add(new Mark(moments.get(i), x509At[i], jwtAt[i]));
        }
        Instant now = facts.actionAt();
        return new Horizon(
                now, longest.size(), marks, now.plusSeconds(lastX509), now.plusSeconds(lastJwt));
    }

    /** Seconds until the authority's end at the latest; no end known caps nothing. */
    private static long cap(Facts facts, Optional<Instant> end, long leeway) {
        return end.map(at -> roundedUp(Duration.between(facts.actionAt(), at.plus(facts.apart()))))
                .map(seconds -> Math.max(0, seconds + leeway))
                .orElse(Long.MAX_VALUE);
    }

    private static long roundedUp(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    private static int effective(int seconds, int byDefault) {
        return seconds == 0 ? byDefault : Math.max(0, seconds);
    }

    private static long pack(int x509, int jwt) {
        return (long) x509 << Integer.SIZE | jwt;
    }

    private static int x509(long both) {
        return (int) (both >>> Integer.SIZE);
    }

    private static int jwt(long both) {
        return (int) both;
    }

    private static long longer(long a, long b) {
        return pack(Math.max(x509(a), x509(b)), Math.max(jwt(a), jwt(b)));
    }
}
