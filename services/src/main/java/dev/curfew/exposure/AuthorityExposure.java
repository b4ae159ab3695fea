package dev.curfew.exposure;

import dev.curfew.connect.ServerTimings;
import dev.curfew.exposure.Term.Source;
import dev.curfew.identity.AuthoritySlots.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of everything that one authority of a server has signed. The facts are those of the
 * call: the longest TTLs of all entries, and the end of the authority itself. On a server with
 * others beside it, each has its own authorities: {@link Exposure#onEach}. Pure.
 *
 * <p>Source, as measured: a new active authority signs what is new and re-issues nothing; a taint
 * makes agents re-issue, but what it concerns is still trusted; a revocation takes the authority
 * from the bundle, which agents have by t + D1 + S. D1 is 1 s.
 */
public final class AuthorityExposure {
    private AuthorityExposure() {}

    /** Another authority was activated: this one signs nothing more, and what it signed lives. */
    public static ExposureBound activate(Facts f, Set<Kind> kinds) {
        return natural(f, kinds, Uncovered.MINTED, Uncovered.OPEN_CONNECTIONS);
    }

    /** A taint: agents re-issue at once, and what was signed stays good until it ends. */
    public static ExposureBound taint(Facts f, Set<Kind> kinds) {
        return natural(
                f,
                kinds,
                Uncovered.TAINT_ENDS_NOTHING,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.OTHER_AUTHORITIES,
                Uncovered.BACKOFF,
                Uncovered.MINTED);
    }

    /** The same of an upstream authority, of which SPIRE tells only the server that was called. */
    public static ExposureBound taintUpstream(Facts f) {
        return taint(f, Set.of(Kind.X509))
                .leaving(Uncovered.OTHERS_NOT_TOLD, Uncovered.UPSTREAM_NOT_MEASURED);
    }

    private static ExposureBound natural(Facts f, Set<Kind> kinds, Uncovered... open) {
        return new ExposureBound(
                Bound.of(f.actionAt(), List.of()),
                nodesKnow(f),
                kinds.contains(Kind.X509) ? LastCredential.x509(f, List.of()) : otherKind(),
                kinds.contains(Kind.JWT) ? LastCredential.jwt(f, List.of()) : otherKind(),
                Exposure.uncovered(f, open));
    }

    /** A revocation: whoever follows our bundle stops trusting what was signed. */
    public static ExposureBound revoke(Facts f, Set<Kind> kinds) {
        List<Term> local = List.of(Terms.trustCache(), Terms.sync(f));
        return revoked(
                f,
                kinds,
                local,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.OTHER_AUTHORITIES,
                Uncovered.FEDERATED_PEERS,
                Uncovered.OFFLINE_COPIES,
                Uncovered.BACKOFF);
    }

    /** The same of an upstream authority. The bundle is common to all servers of the domain. */
    public static ExposureBound revokeUpstream(Facts f) {
        return revoke(f, Set.of(Kind.X509))
                .leaving(Uncovered.OTHERS_NOT_TOLD, Uncovered.UPSTREAM_NOT_MEASURED);
    }

    /**
     * A revocation as a federated server learns of it: with its next poll, and its agents with
     * their next sync. Only an operator over there can force it.
     *
     * @param peer its own intervals; empty: not known, and then there is no bound but the
     *     authority's end
     */
    public static ExposureBound atPeer(Facts f, Set<Kind> kinds, Optional<ServerTimings> peer) {
        List<Term> terms = new ArrayList<>();
        terms.add(Terms.trustCache());
        terms.add(Terms.federationPoll(f));
        terms.add(
                peer.map(own -> Terms.peerSync(f, own))
                        .orElseGet(() -> Term.unknown("peerSyncUnknown")));
        return revoked(
                f,
                kinds,
                terms,
                Uncovered.OPEN_CONNECTIONS,
                Uncovered.OTHER_AUTHORITIES,
                Uncovered.PEER_UNREACHABLE,
                Uncovered.OFFLINE_COPIES,
                Uncovered.BACKOFF);
    }

    private static ExposureBound revoked(
            Facts f, Set<Kind> kinds, List<Term> terms, Uncovered... open) {
        return new ExposureBound(
                Bound.of(f.actionAt(), List.of()),
                Bound.of(f.actionAt(), terms),
                kinds.contains(Kind.X509)
                        ? capped(f, terms, "x509Authority", f.x509AuthorityEnd(), Duration.ZERO)
                        : otherKind(),
                kinds.contains(Kind.JWT)
                        ? capped(f, terms, "jwtAuthority", f.jwtAuthorityEnd(), Terms.JWT_LEEWAY)
                        : otherKind(),
                Exposure.uncovered(f, open));
    }

    private static Bound capped(
            Facts f, List<Term> terms, String key, Optional<Instant> end, Duration leeway) {
        List<Term> all = new ArrayList<>(terms);
        end.ifPresent(
                at -> all.add(Term.caps(key, at.plus(leeway).plus(f.apart()), Source.OBSERVED)));
        return Bound.of(f.actionAt(), all);
    }

    private static Bound nodesKnow(Facts f) {
        return Bound.of(f.actionAt(), List.of(Terms.trustCache(), Terms.sync(f)));
    }

    /** The other kind of authority has its own taint and revocation. */
    private static Bound otherKind() {
        return Bound.unknown("otherKind");
    }
}
