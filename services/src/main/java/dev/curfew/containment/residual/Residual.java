package dev.curfew.containment.residual;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of credential that a step left alive, at the latest until a moment.
 *
 * @param containmentId of which containment
 * @param title the target's short name
 * @param step the number of the step that ends it
 * @param connection where it is
 * @param by when the last such credential is dead, at the latest, on our clock; empty: there is no
 *     bound, or nobody knows one
 */
public record Residual(
        String containmentId,
        String title,
        int step,
        String connection,
        Kind kind,
        Optional<Instant> by,
        State state) {
    public enum Kind {
        X509_SVID,
        JWT_SVID,
        /** TLS is checked at the handshake alone: no lever of ours reaches what is open. */
        OPEN_CONNECTIONS
    }

    public enum State {
        /** Can still be used, until {@code by} at the latest. */
        RUNNING,
        /** Can still be used, and no time ends it that we know of. */
        UNBOUNDED,
        /** Its time has passed and what ended it held at the last look. */
        ENDED,
        /** What ended it was put back: it is issued anew. */
        REVERTED,
        /**
         * Nobody knows whether what ends it was done, or an endpoint presented what outlives its
         * bound.
         */
        UNKNOWN
    }

    /** Still to be counted down, or never to be: anything but ended. */
    public boolean isOpen() {
        return state != State.ENDED;
    }
}
