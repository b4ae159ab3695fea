package dev.curfew.app.cli;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import java.util.Optional;

/** Small helps with outcomes. */
final class Outcomes {
    private Outcomes() {}

    static Optional<Failure> failure(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var failure)
                ? Optional.of(failure)
                : Optional.empty();
    }
}
