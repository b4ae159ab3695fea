package dev.curfew.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * The three slots of one kind of authority on one server instance. A slot names an authority;
 * whether it is still in the bundle only the bundle tells (SPIRE keeps naming a revoked one in
 * {@code old}).
 */
public record AuthoritySlots(
        Kind kind, Optional<Slot> active, Optional<Slot> prepared, Optional<Slot> old) {
    public enum Kind {
        X509,
        JWT,
        WIT
    }

    /**
     * @param authorityId lower-case hex subject key id (X.509) or key id (JWT)
     * @param upstreamSubjectKeyId empty where the authority is self-signed
     */
    public record Slot(String authorityId, Instant expiresAt, String upstreamSubjectKeyId) {}
}
