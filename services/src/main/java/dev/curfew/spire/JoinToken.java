package dev.curfew.spire;

import java.time.Instant;

/**
 * A one-time token for a new node. Its value is a secret: shown once, never kept, journaled or
 * logged, which is why {@link #toString} leaves it out.
 */
public record JoinToken(String value, Instant expiresAt) {
    @Override
    public String toString() {
        return "JoinToken[expires " + expiresAt + "]";
    }
}
