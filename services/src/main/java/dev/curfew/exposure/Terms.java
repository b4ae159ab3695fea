package dev.curfew.exposure;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.exposure.Term.Source;
import java.time.Duration;

/** The summands that several bounds share. Pure. */
final class Terms {
    /** A server reads its bundle at most that much late. */
    private static final Duration TRUST_CACHE = Duration.ofSeconds(1);

    /** An agent looks for SVIDs to fetch each 0.5 s, 10 % more at most; in whole seconds. */
    private static final Duration SVID_SYNC = Duration.ofSeconds(1);

    /** SPIRE's own validator and the SPIFFE libraries go on accepting a JWT for a minute. */
    static final Duration JWT_LEEWAY = Duration.ofMinutes(1);

    /** What a refused agent took at most on a busy computer, and more; 3.2 s were seen. */
    private static final Duration AGENT_STOPS = Duration.ofSeconds(5);

    private static final Duration NODE_CACHE_REBUILT = Duration.ofSeconds(5);
    private static final Duration SHORTEST_HINT = Duration.ofMinutes(1);
    private static final int POLLS_PER_HINT = 4;

    private Terms() {}

    static Term cache(Facts f) {
        return Term.adds("serverCache", f.timings().cacheReload(), f.source(Timing.CACHE_RELOAD));
    }

    static Term trustCache() {
        return Term.adds("trustCache", TRUST_CACHE, Source.DERIVED);
    }

    /** Entries and bundle together: whichever a server reads later. */
    static Term laterCache(Facts f) {
        return f.timings().cacheReload().compareTo(TRUST_CACHE) < 0 ? trustCache() : cache(f);
    }

    static Term sync(Facts f) {
        return Term.adds(
                "agentSync", withJitter(f.timings().agentSync()), f.source(Timing.AGENT_SYNC));
    }

    static Term svidSync() {
        return Term.adds("svidSync", SVID_SYNC, Source.DERIVED);
    }

    /**
     * Without a cache nodes are looked up at each call. With one that works by events, another
     * node's event makes it trust what it has for longer, until it is rebuilt.
     */
    static Term staleness(Facts f) {
        Duration set = f.timings().nodeStaleness();
        return Term.adds(
                "nodeStaleness",
                set.isZero() || set.compareTo(NODE_CACHE_REBUILT) > 0 ? set : NODE_CACHE_REBUILT,
                f.source(Timing.NODE_STALENESS));
    }

    /** An agent that is refused ends the sync it is in, and then itself. */
    static Term agentStops() {
        return Term.adds("agentStops", AGENT_STOPS, Source.DERIVED);
    }

    static Term jwtLeeway() {
        return Term.adds("jwtLeeway", JWT_LEEWAY, Source.DERIVED);
    }

    /** How long after the last poll a federated server polls again. */
    static Term federationPoll(Facts f) {
        Duration hint = f.timings().federationHint();
        Duration used = hint.compareTo(SHORTEST_HINT) < 0 ? SHORTEST_HINT : hint;
        return Term.adds(
                "federationPoll", used.dividedBy(POLLS_PER_HINT), f.source(Timing.FEDERATION_HINT));
    }

    /** What a federated server's own cache and agents add. */
    static Term peerSync(Facts f, ServerTimings peer) {
        Facts there = f.with(peer);
        return Term.adds(
                "peerSync",
                TRUST_CACHE.plus(withJitter(peer.agentSync())),
                there.source(Timing.AGENT_SYNC));
    }

    /** Ten per cent more at most. */
    static Duration withJitter(Duration interval) {
        return inWholeSeconds(interval.plus(interval.dividedBy(10)));
    }

    /** As they are shown, and never less. */
    static Duration inWholeSeconds(Duration exact) {
        return Duration.ofSeconds(exact.plusNanos(999_999_999).toSeconds());
    }
}
