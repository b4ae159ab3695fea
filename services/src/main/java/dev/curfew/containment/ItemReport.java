package dev.curfew.containment;

import dev.curfew.outcome.Failure;
import java.util.Optional;

/**
 * What became of one item.
 *
 * @param failure why, for all states but ACCEPTED and CONFIRMED
 */
public record ItemReport(String key, String title, State state, Optional<Failure> failure) {
    public enum State {
        /** Not sent, because something came before it. */
        NOT_SENT,
        /** Sent, and nobody knows what became of it. */
        UNKNOWN,
        FAILED,
        /** The server said yes; not read back yet, or it can not be. */
        ACCEPTED,
        /** Read back from the server as wanted. */
        CONFIRMED,
        /** Accepted, but reads back as something else. */
        CONTRADICTED,
        /** It was as wanted, and someone put it back. */
        REVERTED
    }

    ItemReport as(State changed, Optional<Failure> why) {
        return new ItemReport(key, title, changed, why);
    }
}
