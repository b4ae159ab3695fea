package dev.curfew.policy.cerbos;

import dev.curfew.connect.BackendAnswers;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import java.util.Locale;
import java.util.Optional;

/**
 * Cerbos says that its store can not be changed by a text and a code that mean other things too.
 */
final class CerbosAnswers implements BackendAnswers {
    @Override
    public Optional<Reason> meaning(Status status) {
        String said = status.getDescription();
        return said != null && said.toLowerCase(Locale.ROOT).contains("store is not mutable")
                ? Optional.of(Reason.POLICIES_FIXED)
                : Optional.empty();
    }
}
