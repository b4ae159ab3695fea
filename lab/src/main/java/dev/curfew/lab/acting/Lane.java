package dev.curfew.lab.acting;

import dev.curfew.lab.spiffe.SpiffeId;
import java.time.Duration;

/**
 * Who calls whom, and how.
 *
 * @param from the caller
 * @param to the called side
 * @param kind how the caller is known to the called side
 * @param pace about how often
 */
public record Lane(SpiffeId from, SpiffeId to, Kind kind, Duration pace) {
    /** How a caller shows who it is. */
    public enum Kind {
        /** By its certificate, on a connection for each call. */
        MTLS,
        /** By a token, on a connection for each call. */
        JWT,
        /** By its certificate, once, on a connection that stays open. */
        STREAM
    }
}
