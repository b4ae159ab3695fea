package dev.curfew.peers.experiment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that the workload ever got for one identity. Any thread. */
final class Holding {
    private final List<Certificate> certificates = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private Optional<Instant> goneAt = Optional.empty();

    synchronized void add(Certificate certificate) {
        goneAt = Optional.empty();
        boolean known =
                certificates.stream()
                        .anyMatch(c ->
                                c.leaf()
                                        .getSerialNumber()
                                        .equals(certificate.leaf().getSerialNumber()));
        if (!known) {
            certificates.add(certificate);
        }
    }

    synchronized void add(Token token) {
        tokens.add(token);
    }

    /** The agent's last message did not name it any more. */
    synchronized void gone(Instant at) {
        if (goneAt.isEmpty()) {
            goneAt = Optional.of(at);
        }
    }

    /** Since when the agent does not name it; empty: it does. */
    synchronized Optional<Instant> goneAt() {
        return goneAt;
    }

    synchronized List<Certificate> certificates() {
        return List.copyOf(certificates);
    }

    synchronized List<Token> tokens() {
        return List.copyOf(tokens);
    }
}
