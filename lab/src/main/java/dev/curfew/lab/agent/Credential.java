package dev.curfew.lab.agent;

import dev.curfew.lab.spiffe.SpiffeId;
import java.time.Instant;

/**
 * The name of something a workload got: never a key, never a token.
 *
 * @param holder whose it is
 * @param kind X.509 or JWT
 * @param name the serial number in hex, or the id of the key that signed the token
 * @param audience whom a token is for; empty for a certificate
 * @param got when the workload got it
 * @param until when it is dead
 */
public record Credential(
        SpiffeId holder, Kind kind, String name, String audience, Instant got, Instant until) {
    /** What it is. */
    public enum Kind {
        X509,
        JWT
    }
}
