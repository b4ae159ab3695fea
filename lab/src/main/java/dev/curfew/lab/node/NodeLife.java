package dev.curfew.lab.node;

import java.time.Duration;
import java.time.Instant;

/**
 * What the machine of a node does.
 *
 * @param running whether its agent is there to renew; a banned or stale one is not
 * @param issuedAt when its SVID was signed
 * @param ttl how long such an SVID lives
 * @param authorityId which authority signed it; empty if it is long gone
 */
public record NodeLife(boolean running, Instant issuedAt, Duration ttl, String authorityId) {

    /** The same machine, stopped. */
    NodeLife stopped() {
        return new NodeLife(false, issuedAt, ttl, authorityId);
    }
}
