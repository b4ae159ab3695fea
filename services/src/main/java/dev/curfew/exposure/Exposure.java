package dev.curfew.exposure;

import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * How long credentials stay usable after an action on entries, nodes or federation. Pure; times on
 * our clock, so the amount by which the server's may be ahead is added to whatever the server
 * dates.
 *
 * <p>Source: the formulas measured against SPIRE 1.14.5. With C the server's cache, S the agents'
 * sync (10 % jitter), L a TTL and K the end of an authority: issuance stops by t + C, agents know
 * by t + C + S, and the last credential is dead by min(t + C + L, K); a JWT-SVID a minute later,
 * because validators allow it. A ban is checked at each call (no C there, but how old the server's
 * view of a node may be) and an honest agent stops within S.
 */
public final class Exposure {
    /** SPIRE prunes expired entries by a tick that counts from the server's start. */
    private static final Duration PRUNE_TICK = Duration.ofMinutes(5);

    private Exposure() {}

    /** Entries deleted: what was issued before lives to its end. */
    public static ExposureBound delete(Facts f) {
        List<Term> issuance = List.of(Terms.cache(f));
        return ending(
                f,
                issuance,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.JAVA_WORKLOADS,
                Uncovered.CONTROLLER,
                Uncovered.BACKOFF,
                Uncovered.EARLIER_TTLS,
                Uncovered.MINTED,
                Uncovered.SLOW_SERVER);
    }

    /**
     * Relationships of a policy backend ended or shortened: the backend decides so from then on,
     * and is asked; no credential ends by it.
     */
    public static ExposureBound grantsEnded() {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                List.of(Uncovered.GRANTS_ONLY.key(), Uncovered.ENFORCER_CACHES.key()));
    }

    /** Something put back: it adds access. */
    public static ExposureBound nothingEnds() {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                List.of(Uncovered.ENDS_NOTHING.key()));
    }

    /** TTLs shortened: the same as a delete for what was issued under the old ones. */
    public static ExposureBound shorten(Facts f) {
        return ending(
                f,
                List.of(Terms.cache(f)),
                Uncovered.OLD_TTL_UNTIL_THEN,
                Uncovered.STILL_ISSUED,
                Uncovered.CONTROLLER,
                Uncovered.BACKOFF,
                Uncovered.EARLIER_TTLS,
                Uncovered.SLOW_SERVER);
    }

    private static ExposureBound ending(Facts f, List<Term> issuance, Uncovered... open) {
        return new ExposureBound(
                Bound.of(f.actionAt(), issuance),
                Bound.of(f.actionAt(), with(issuance, Terms.sync(f))),
                LastCredential.x509(f, issuance),
                LastCredential.jwt(f, issuance),
                uncovered(f, open));
    }

    /**
     * An entry expires at a moment to come: it is issued from until the server's tick after that.
     *
     * @param expiresAt on the server's clock
     */
    public static ExposureBound expire(Facts f, Instant expiresAt) {
        Instant from = expiresAt.isAfter(f.actionAt()) ? expiresAt : f.actionAt();
        List<Term> issuance =
                new ArrayList<>(
                        List.of(
                                Term.adds("pruneTick", PRUNE_TICK, Source.DERIVED),
                                Terms.cache(f)));
        if (!f.behind().isZero()) {
            issuance.add(Term.adds("clockBehind", f.behind(), Source.OBSERVED));
        }
        // A later authority signs then: today's end is no cap.
        return ending(
                f.atUnderLaterAuthorities(from),
                issuance,
                Uncovered.EXPIRY_CAPS_NOTHING,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.CONTROLLER,
                Uncovered.EARLIER_TTLS,
                Uncovered.SLOW_SERVER);
    }

    /**
     * A node banned: the server refuses it at its next call, and its workloads keep what they hold.
     */
    public static ExposureBound ban(Facts f) {
        return withoutNode(
                f,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.OTHER_NODES,
                Uncovered.NEW_NODE_ID,
                Uncovered.NODE_CERTIFICATE,
                Uncovered.BACKOFF,
                Uncovered.EARLIER_TTLS);
    }

    private static ExposureBound withoutNode(Facts f, Uncovered... open) {
        List<Term> refused = List.of(Terms.staleness(f));
        return new ExposureBound(
                Bound.of(f.actionAt(), refused),
                Bound.of(f.actionAt(), with(refused, Terms.sync(f), Terms.agentStops())),
                LastCredential.x509(f, refused),
                LastCredential.jwt(f, refused),
                uncovered(f, open));
    }

    /** A node evicted: contains nothing, because it may simply come back. */
    public static ExposureBound evict(Facts f) {
        return evict(f, Reattestation.BY_ITSELF);
    }

    /**
     * A node evicted. What it and its workloads hold ends only where it needs a new token to come
     * back; and even there a ban is better, because it says so.
     */
    public static ExposureBound evict(Facts f, Reattestation comesBack) {
        if (comesBack == Reattestation.NEW_TOKEN) {
            return withoutNode(
                    f,
                    Uncovered.ATTESTS_AGAIN,
                    Uncovered.OPEN_CONNECTIONS,
                    Uncovered.OTHER_NODES,
                    Uncovered.NODE_CERTIFICATE,
                    Uncovered.BACKOFF,
                    Uncovered.EARLIER_TTLS);
        }
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(
                        f.actionAt(),
                        List.of(Terms.staleness(f), Terms.sync(f), Terms.agentStops())),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                uncovered(
                        f,
                        Uncovered.EVICT_CONTAINS_NOTHING,
                        Uncovered.ATTESTS_AGAIN,
                        Uncovered.OPEN_CONNECTIONS));
    }

    /** Federation ended on our side: our agents stop trusting the other domain; its own go on. */
    public static ExposureBound unfederate(Facts f) {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(f.actionAt(), List.of(Terms.laterCache(f), Terms.sync(f))),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                uncovered(
                        f,
                        Uncovered.PEER_TRUSTS_US,
                        Uncovered.OPEN_CONNECTIONS,
                        Uncovered.OFFLINE_COPIES,
                        Uncovered.BACKOFF));
    }

    /** Something added: nothing ends; agents know by then. */
    public static ExposureBound grant(Facts f) {
        return new ExposureBound(
                Bound.UNKNOWN,
                Bound.of(f.actionAt(), List.of(Terms.cache(f), Terms.sync(f))),
                Bound.UNKNOWN,
                Bound.UNKNOWN,
                List.of(Uncovered.ENDS_NOTHING.key()));
    }

    /**
     * The same action on each server of a trust domain, each with its own intervals and
     * authorities: over when it is over on the last.
     *
     * @param servers at least one; a server that is not among them is not counted
     */
    public static ExposureBound onEach(
            Collection<Facts> servers, Function<Facts, ExposureBound> action) {
        return ExposureBound.latest(servers.stream().map(action).toList())
                .leaving(Uncovered.OTHER_SERVERS);
    }

    static List<Term> with(List<Term> terms, Term... more) {
        List<Term> all = new ArrayList<>(terms);
        all.addAll(Arrays.asList(more));
        return all;
    }

    static List<String> uncovered(Facts f, Uncovered... open) {
        List<String> all = new ArrayList<>();
        for (Uncovered one : open) {
            all.add(one.key());
        }
        if (f.skew().isEmpty()) {
            all.add(Uncovered.SKEW_UNKNOWN.key());
        }
        return all;
    }
}
