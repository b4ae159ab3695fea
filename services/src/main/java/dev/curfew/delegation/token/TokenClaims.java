package dev.curfew.delegation.token;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The names in a token. Nobody has checked its signature here, so all of it is what the token
 * claims. Neither the token nor its signature is kept.
 *
 * @param id its {@code jti}; where it has none, a digest of its claims
 * @param subject whom it is about
 * @param actors who acts, the current one first, those before it behind
 * @param mayAct who else may act for the subject; empty: nobody is named
 * @param hops the token's own list of hops, in the order of the delegation
 * @param unreadHops of such a list, how many hops are in a form that is not read
 * @param boundTo the ID or thumbprint of who must present it; empty: whoever has it
 * @param transaction the {@code txn} that stays the same when a transaction token is replaced
 * @param keyPlaces names where keys could be fetched from, which nothing does
 */
public record TokenClaims(
        String id,
        TokenKind kind,
        String algorithm,
        Optional<String> issuer,
        Optional<Party> subject,
        List<Actor> actors,
        List<Actor> mayAct,
        List<ClaimedHop> hops,
        int unreadHops,
        List<String> audience,
        Optional<Scope> scope,
        Optional<Instant> issuedAt,
        Optional<Instant> notBefore,
        End end,
        Optional<String> boundTo,
        Optional<String> transaction,
        List<String> keyPlaces) {
    public TokenClaims {
        actors = List.copyOf(actors);
        mayAct = List.copyOf(mayAct);
        hops = List.copyOf(hops);
        audience = List.copyOf(audience);
        keyPlaces = List.copyOf(keyPlaces);
    }

    /** Who acts with it now, as it says. */
    public Optional<Actor> currentActor() {
        return actors.stream().findFirst();
    }
}
