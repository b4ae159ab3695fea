package dev.curfew.estate;

import dev.curfew.identity.Node;
import java.time.Instant;

/** What can be said of a node without its having been seen: SPIRE keeps no "last seen". */
public enum NodeState {
    /** Its certificate is valid. */
    ATTESTED,
    BANNED,
    /** Its certificate has expired: it has not renewed in time and may be gone. */
    STALE;

    public static NodeState of(Node node, Instant now) {
        if (node.banned()) {
            return BANNED;
        }
        return node.isExpired(now) ? STALE : ATTESTED;
    }
}
