package dev.curfew.views.actions;

import dev.curfew.containment.ChangeReport;
import java.time.Instant;
import java.util.Optional;

/** A new join token on its way to the one place that shows it; never in a text by accident. */
record Token(String value, Instant expiresAt) {
    static Optional<Token> of(ChangeReport report) {
        return report.tokenValue()
                .flatMap(value -> report.tokenExpiresAt().map(at -> new Token(value, at)));
    }

    @Override
    public String toString() {
        return "Token[expires " + expiresAt + "]";
    }
}
