package dev.curfew.policy.spicedb;

import dev.curfew.connect.BackendAnswers;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import java.util.Optional;

/** SpiceDB tells a missed precondition by its text alone, and a server without a schema too. */
final class SpiceDbAnswers implements BackendAnswers {
    private static final String MISSED = "unable to satisfy write precondition";

    @Override
    public Optional<Reason> meaning(Status status) {
        String said = status.getDescription();
        return said != null && said.contains(MISSED)
                ? Optional.of(Reason.CHANGED_MEANWHILE)
                : Optional.empty();
    }
}
