package dev.curfew.exposure;

import dev.curfew.exposure.Term.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Exposure that no deletion of an entry ends by itself: what a downstream server signs, what was
 * minted, what was stored elsewhere, what a controller puts back, and what a server missed. Pure.
 */
public final class OutOfReach {
    /** {@code full_cache_reload_interval} of a server that reloads by events. */
    private static final Duration FULL_RELOAD = Duration.ofHours(24);

    private OutOfReach() {}

    /**
     * The entry of a downstream server deleted: it goes on signing with the intermediate that it
     * has, and nothing that it signed outlives that.
     *
     * @param intermediateEnd the end of its last intermediate, read after issuing to it has
     *     stopped; empty: not known, and no call tells it
     * @param keyEnd the same for the last of its JWT keys; these stay in the bundle until then
     */
    public static ExposureBound downstream(
            Facts f, Optional<Instant> intermediateEnd, Optional<Instant> keyEnd) {
        Bound signs = until(f, "intermediate", intermediateEnd, Duration.ZERO);
        Bound keys = until(f, "downstreamKey", keyEnd, Terms.JWT_LEEWAY);
        return new ExposureBound(
                Bound.latest(signs, keys),
                Bound.of(f.actionAt(), List.of(Terms.cache(f), Terms.sync(f))),
                signs,
                keys,
                Exposure.uncovered(
                        f,
                        Uncovered.DOWNSTREAM_SIGNS,
                        Uncovered.DOWNSTREAM_KEYS,
                        Uncovered.OPEN_CONNECTIONS));
    }

    private static Bound until(Facts f, String key, Optional<Instant> end, Duration leeway) {
        List<Term> terms = new ArrayList<>();
        terms.add(Term.unknown("downstreamLife"));
        end.ifPresent(
                at -> terms.add(Term.caps(key, at.plus(leeway).plus(f.apart()), Source.OBSERVED)));
        return Bound.of(f.actionAt(), terms);
    }

    /**
     * A one-off SVID was minted: no entry and no node stands behind it, so only its own end and its
     * authority's end it.
     *
     * @param f its action is the mint
     * @param asked the TTL that was asked for; zero: the server's default; empty: nobody knows
     */
    public static ExposureBound minted(Facts f, Optional<Duration> asked) {
        Optional<Duration> own = asked.filter(ttl -> !ttl.isZero());
        Facts one =
                new Facts(
                        f.actionAt(),
                        f.timings(),
                        own,
                        own,
                        f.x509AuthorityEnd(),
                        f.jwtAuthorityEnd(),
                        f.skew());
        Term unknown = Term.unknown("mintedTtl");
        return new ExposureBound(
                Bound.of(f.actionAt(), List.of()),
                Bound.unknown("noNode"),
                asked.isPresent()
                        ? LastCredential.x509(one, List.of())
                        : LastCredential.x509(one, List.of(), unknown),
                asked.isPresent()
                        ? LastCredential.jwt(one, List.of())
                        : LastCredential.jwt(one, List.of(), unknown),
                Exposure.uncovered(f, Uncovered.MINTED, Uncovered.OPEN_CONNECTIONS));
    }

    /**
     * Entries deleted whose SVIDs agents keep in a store of secrets: dead by the same time, but the
     * copy is taken away whenever that works, and its readers keep theirs.
     */
    public static ExposureBound stored(Facts f) {
        return Exposure.delete(f).leaving(Uncovered.STORED_COPIES);
    }

    /** A controller puts back what was changed: nothing ends while it goes on. */
    public static ExposureBound reverted() {
        Bound none = Bound.unknown("controllerGoesOn");
        return new ExposureBound(
                none, none, none, none, List.of(Uncovered.CONTROLLER_GOES_ON.key()));
    }

    /**
     * Entries deleted, and a server that reloads by events has missed it: it goes on until it
     * reloads everything.
     */
    public static ExposureBound missedEvent(Facts f) {
        List<Term> issuance = List.of(Term.adds("fullReload", FULL_RELOAD, Source.ASSUMED));
        // By then another authority signs.
        Facts later = f.atUnderLaterAuthorities(f.actionAt());
        return new ExposureBound(
                Bound.of(f.actionAt(), issuance),
                Bound.of(f.actionAt(), Exposure.with(issuance, Terms.sync(f))),
                LastCredential.x509(later, issuance),
                LastCredential.jwt(later, issuance),
                Exposure.delete(f).notCovered());
    }
}
