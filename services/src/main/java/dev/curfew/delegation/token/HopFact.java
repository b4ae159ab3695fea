package dev.curfew.delegation.token;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Source;
import java.time.Instant;
import java.util.List;

/** A token's claim and a backend's confirmation are two facts; a hop is as good as the weaker. */
public sealed interface HopFact {
    Grant claim();

    /** Nothing but the token says so. */
    record Claimed(Grant claim) implements HopFact {}

    /**
     * @param by what backends keep that says the same and counts now
     */
    record Confirmed(Grant claim, List<Grant> by) implements HopFact {
        public Confirmed {
            by = List.copyOf(by);
        }
    }

    /**
     * Holds claims against what backends keep: the same giver and the same taker.
     *
     * @param backends grants that were read from backends; those of tokens in it confirm nothing
     */
    static List<HopFact> of(List<Grant> claims, GrantGraph backends, Instant now) {
        GrantGraph living = backends.at(now);
        return claims.stream().map(claim -> of(claim, living)).toList();
    }

    private static HopFact of(Grant claim, GrantGraph living) {
        List<Grant> same =
                living.from(claim.from()).stream()
                        .filter(grant -> grant.to().equals(claim.to()))
                        .filter(grant -> grant.kind() == Grant.Kind.DELEGATES)
                        .filter(HopFact::isKeptByABackend)
                        .toList();
        return same.isEmpty() ? new Claimed(claim) : new Confirmed(claim, same);
    }

    private static boolean isKeptByABackend(Grant grant) {
        return grant.source().kind() == Source.Kind.RELATIONSHIP
                || grant.source().kind() == Source.Kind.POLICY;
    }
}
