package dev.curfew.exposure;

import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long credentials stay usable after an action. Pure; times on our clock, so the amount by
 * which the server's may be ahead is added to whatever the server dates.
 *
 * <p>Source: the formulas measured against SPIRE 1.14.5. With C the server's cache, S the agents'
 * sync (10 % jitter), L a TTL and K the end of an authority: issuance stops by t + C, agents know
 * by t + C + S, and the last credential is dead by min(t + C + L, K). A ban is checked at each call
 * (C = 0 there) and an honest agent stops within S.
 */
public final class Exposure {
    /** SPIRE prunes expired entries by a tick that counts from the server's start. */
    private static final Duration PRUNE_TICK = Duration.ofMinutes(5);

    private Exposure() {}

    /** Entries deleted: what was issued before lives to its end. */
    public static ExposureBound delete(Facts f) {
        List<Term> issuance = new ArrayList<>(List.of(cache(f)));
        return new ExposureBound(
                Bound.of(f.actionAt(), issuance),
                Bound.of(f.actionAt(), List.of(cache(f), sync(f))),
                x509Dead(f, issuance),
                jwtDead(f, issuance),
                uncovered(f, "openConnections", "javaWorkloads", "controller", "backoff"));
    }

    /** TTLs shortened: the same as a delete for what was issued under the old ones. */
    public static ExposureBound shorten(Facts f) {
        List<Term> issuance = new ArrayList<>(List.of(cache(f)));
        return new ExposureBound(
                Bound.of(f.actionAt(), issuance),
                Bound.of(f.actionAt(), List.of(cache(f), sync(f))),
                x509Dead(f, issuance),
                jwtDead(f, issuance),
                uncovered(f, "oldTtlUntilThen", "stillIssued", "controller", "backoff"));
    }

    /**
     * An entry expires at a moment to come: it is issued from until the server's tick after that.
     */
    public static ExposureBound expire(Facts f, Instant expiresAt) {
        Instant from = expiresAt.isAfter(f.actionAt()) ? expiresAt : f.actionAt();
        List<Term> issuance =
                new ArrayList<>(
                        List.of(Term.adds("pruneTick", PRUNE_TICK, Source.OBSERVED), cache(f)));
        if (!f.behind().isZero()) {
            issuance.add(Term.adds("clockBehind", f.behind(), Source.OBSERVED));
        }
        List<Term> nodes = new ArrayList<>(issuance);
        nodes.add(sync(f));
        Facts later =
                new Facts(
                        from,
                        f.timings(),
                        f.longestX509(),
                        f.longestJwt(),
                        // A later authority signs then: today's end is no cap.
                        Optional.empty(),
                        Optional.empty(),
                        f.skew());
        return new ExposureBound(
                Bound.of(from, issuance),
                Bound.of(from, nodes),
                x509Dead(later, issuance),
                jwtDead(later, issuance),
                uncovered(f, "expiryCapsNothing", "openConnections", "controller"));
    }

    /**
     * A node banned: the server refuses it at its next call, and its workloads keep what they hold.
     */
    public static ExposureBound ban(Facts f) {
        List<Term> atOnce = new ArrayList<>();
        return new ExposureBound(
                Bound.of(f.actionAt(), atOnce),
                Bound.of(f.actionAt(), List.of(sync(f))),
                x509Dead(f, atOnce),
                jwtDead(f, atOnce),
                uncovered(
                        f,
                        "openConnections",
                        "otherNodes",
                        "newNodeId",
                        "nodeCertificate",
                        "backoff"));
    }

    /** A node evicted: contains nothing, because it may simply come back. */
    public static ExposureBound evict(Facts f) {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(f.actionAt(), List.of(sync(f))),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                uncovered(f, "evictContainsNothing", "attestsAgain", "openConnections"));
    }

    /** Federation ended on our side: our agents stop trusting the other domain; its own go on. */
    public static ExposureBound unfederate(Facts f) {
        List<Term> nodes = List.of(cache(f), sync(f));
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(f.actionAt(), nodes),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                uncovered(f, "peerTrustsUs", "openConnections", "offlineCopies"));
    }

    /** Something added: nothing ends; agents know by then. */
    public static ExposureBound grant(Facts f) {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(f.actionAt(), List.of(cache(f), sync(f))),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                List.of("endsNothing"));
    }

    private static Bound x509Dead(Facts f, List<Term> issuance) {
        List<Term> terms = new ArrayList<>(issuance);
        terms.add(ttl("x509Ttl", f.longestX509(), f.timings().defaultX509Ttl(), f));
        return capped(f, terms, f.x509AuthorityEnd(), "x509Authority");
    }

    private static Bound jwtDead(Facts f, List<Term> issuance) {
        List<Term> terms = new ArrayList<>(issuance);
        terms.add(ttl("jwtTtl", f.longestJwt(), f.timings().defaultJwtTtl(), f));
        return capped(f, terms, f.jwtAuthorityEnd(), "jwtAuthority");
    }

    private static Bound capped(Facts f, List<Term> terms, Optional<Instant> end, String key) {
        List<Term> all = new ArrayList<>(terms);
        Duration ahead = f.ahead();
        if (!ahead.isZero()) {
            all.add(Term.adds("clockSkew", ahead, Source.OBSERVED));
        }
        end.ifPresent(at -> all.add(Term.caps(key, at.plus(ahead), Source.OBSERVED)));
        return Bound.of(f.actionAt(), all);
    }

    private static Term cache(Facts f) {
        return Term.adds("serverCache", f.timings().cacheReload(), f.timingSource());
    }

    private static Term sync(Facts f) {
        Duration sync = f.timings().agentSync();
        long withJitter = sync.plus(sync.dividedBy(10)).toMillis();
        return Term.adds(
                "agentSync", Duration.ofSeconds((withJitter + 999) / 1000), f.timingSource());
    }

    private static Term ttl(String key, Optional<Duration> set, Duration byDefault, Facts f) {
        return set.map(ttl -> Term.adds(key, ttl, Source.OBSERVED))
                .orElseGet(() -> Term.adds(key + "Default", byDefault, f.timingSource()));
    }

    private static List<String> uncovered(Facts f, String... keys) {
        List<String> all = new ArrayList<>(List.of(keys));
        if (f.skew().isEmpty()) {
            all.add("skewUnknown");
        }
        return all;
    }
}
