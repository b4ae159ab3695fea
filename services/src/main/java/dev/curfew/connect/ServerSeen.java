package dev.curfew.connect;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome;
import dev.curfew.wire.spire.debug.GetInfoResponse;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who the server is by its certificate: over TCP proved in the newest handshake, on the local
 * socket as Debug says.
 *
 * @param expiresAt when that certificate ends; the server renews it by itself
 */
public record ServerSeen(SpiffeId id, Instant expiresAt) {

    /** What Debug says of the server's own chain, where no handshake proves it. */
    static Optional<ServerSeen> fromDebug(GetInfoResponse info) {
        if (info.getSvidChainCount() == 0) {
            return Optional.empty();
        }
        GetInfoResponse.Cert leaf = info.getSvidChain(0);
        String id = "spiffe://" + leaf.getId().getTrustDomain() + leaf.getId().getPath();
        return SpiffeIds.parse(id) instanceof Outcome.Ok<SpiffeId>(var parsed)
                ? Optional.of(new ServerSeen(parsed, Instant.ofEpochSecond(leaf.getExpiresAt())))
                : Optional.empty();
    }
}
