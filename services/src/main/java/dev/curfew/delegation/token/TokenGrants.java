package dev.curfew.delegation.token;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Lineage;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Principals;
import dev.curfew.delegation.Proof;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hops that a token claims, as grants. Pure. */
public final class TokenGrants {
    private TokenGrants() {}

    /**
     * From whom the token is about to who acts with it now. Of earlier actors a token says only
     * that there were some; their scope and end are not known.
     *
     * @param system what the token is known by, such as its file's name
     */
    public static List<Grant> of(TokenClaims token, String system, Instant readAt) {
        List<ClaimedHop> hops = token.hops().isEmpty() ? byActors(token) : token.hops();
        List<Grant> grants = new ArrayList<>();
        String before = "";
        for (int n = 0; n < hops.size(); n++) {
            String id = "token " + token.id() + " " + (n + 1);
            grants.add(grant(token, hops.get(n), id, before, system, readAt));
            before = id;
        }
        return List.copyOf(grants);
    }

    private static List<ClaimedHop> byActors(TokenClaims token) {
        List<ClaimedHop> hops = new ArrayList<>();
        Optional<Party> from = token.subject();
        for (Actor actor : token.actors().reversed()) {
            boolean current = actor.equals(token.actors().getFirst());
            Optional<Scope> scope = current ? token.scope() : Optional.empty();
            from.ifPresent(giver ->
                    hops.add(
                            new ClaimedHop(
                                    giver,
                                    actor.party(),
                                    scope,
                                    current ? token.end() : End.UNKNOWN)));
            from = Optional.of(actor.party());
        }
        return hops;
    }

    private static Grant grant(
            TokenClaims token,
            ClaimedHop claimed,
            String id,
            String before,
            String system,
            Instant readAt) {
        Lineage lineage =
                new Lineage(
                        Optional.of(token.id()),
                        before.isEmpty() ? Optional.empty() : Optional.of(before),
                        before.isEmpty(),
                        false,
                        Optional.empty());
        Hop hop =
                Hop.UNKNOWN
                        .with(lineage)
                        .with(
                                new Principals(
                                        token.subject(),
                                        token.issuer(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .forAudience(token.audience())
                        .with(
                                new Validity(
                                        token.issuedAt(), token.notBefore(), claimed.end(), false))
                        .with(token.boundTo().isPresent() ? Proof.UNKNOWN : Proof.BEARER)
                        .endedBy(GrantLever.REVOKE_TOKEN, GrantLever.WAIT);
        Hop scoped = claimed.scope().map(hop::with).orElse(hop);
        return new Grant(
                id,
                Grant.Kind.DELEGATES,
                claimed.from(),
                claimed.to(),
                "act",
                scoped,
                Source.observed(Source.Kind.TOKEN, system, token.id(), readAt));
    }
}
