package dev.curfew.app.cli.session;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import java.util.Optional;

/** Small helps with outcomes. */
public final class Outcomes {
    private Outcomes() {}

    public static Optional<Failure> failure(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var failure)
                ? Optional.of(failure)
                : Optional.empty();
    }
}
