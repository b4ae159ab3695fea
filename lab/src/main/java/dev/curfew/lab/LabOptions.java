package dev.curfew.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * What a lab is to be like when it starts.
 *
 * @param pair whether {@code acme.test} has two servers that share one database
 * @param lives how long the credentials of those live that act; empty if nobody acts, so that the
 *     estate is as it always is
 */
public record LabOptions(boolean pair, Optional<Lives> lives) {
    /** One server for each trust domain, and nobody acts. */
    public static final LabOptions QUIET = new LabOptions(false, Optional.empty());

    /**
     * The AI agents act from the start, with credentials so short that a room can wait for them.
     */
    public static final LabOptions ACTING = QUIET.acting(Lives.FOR_A_ROOM);

    /**
     * The TTLs in the entries of those that act.
     *
     * @param x509 of certificates
     * @param jwt of tokens
     */
    public record Lives(Duration x509, Duration jwt) {
        /** Two minutes and half a minute. */
        public static final Lives FOR_A_ROOM =
                new Lives(Duration.ofMinutes(2), Duration.ofSeconds(30));
    }

    /** The same with a second server of {@code acme.test}. */
    public LabOptions withPair() {
        return new LabOptions(true, lives);
    }

    /** The same with agents that act. */
    public LabOptions acting(Lives of) {
        return new LabOptions(pair, Optional.of(of));
    }
}
