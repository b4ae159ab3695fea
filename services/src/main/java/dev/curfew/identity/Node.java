package dev.curfew.identity;

import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.List;

/**
 * A SPIRE agent as the server remembers it. SPIRE knows neither its address nor when it was last
 * seen.
 *
 * @param serial decimal serial number of its X509-SVID; empty while banned
 * @param expiresAtSeconds end of its X509-SVID, seconds since 1970
 * @param canReattest false: its row is what stops a second attestation with the same proof
 * @param version of the agent, from SPIRE 1.14.3 on; else empty
 */
public record Node(
        SpiffeId id,
        String attestationType,
        String serial,
        long expiresAtSeconds,
        List<Selector> selectors,
        boolean banned,
        boolean canReattest,
        String version) {

    public Node {
        selectors = List.copyOf(selectors);
    }

    public Instant expiresAt() {
        return Instant.ofEpochSecond(expiresAtSeconds);
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expiresAt());
    }
}
