package dev.curfew.peers.experiment;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An X509-SVID that the workload got, without its key.
 *
 * @param seenAt when it came
 */
record Certificate(List<X509Certificate> chain, Instant seenAt) {
    /** SPIRE dates certificates back by that much. */
    private static final Duration CUSHION = Duration.ofSeconds(10);

    X509Certificate leaf() {
        return chain.getFirst();
    }

    /** In whole seconds. */
    Instant issuedAt() {
        return leaf().getNotBefore().toInstant().plus(CUSHION);
    }

    Instant expiresAt() {
        return leaf().getNotAfter().toInstant();
    }

    Duration life() {
        return Duration.between(issuedAt(), expiresAt());
    }
}
