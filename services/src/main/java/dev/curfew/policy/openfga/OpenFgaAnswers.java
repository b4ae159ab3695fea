package dev.curfew.policy.openfga;

import dev.curfew.connect.BackendAnswers;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import java.util.Map;
import java.util.Optional;

/**
 * OpenFGA answers with codes of its own, which gRPC knows as UNKNOWN alone: only the texts tell
 * them apart (1.22.1).
 */
final class OpenFgaAnswers implements BackendAnswers {
    private static final Map<String, Reason> WHOLE =
            Map.of(
                    "unauthenticated",
                    Reason.BACKEND_KEY_REFUSED,
                    "missing bearer token",
                    Reason.BACKEND_KEY_REFUSED,
                    "invalid claims",
                    Reason.BACKEND_KEY_REFUSED,
                    "the principal is not authorized to perform the action",
                    Reason.BACKEND_KEY_REFUSED,
                    "Store ID not found",
                    Reason.STORE_UNKNOWN);

    private static final String NOTHING_TO_DELETE = "cannot delete a tuple which does not exist";

    @Override
    public Optional<Reason> meaning(Status status) {
        String said = status.getDescription();
        if (said == null) {
            return Optional.empty();
        }
        return said.startsWith(NOTHING_TO_DELETE)
                ? Optional.of(Reason.CHANGED_MEANWHILE)
                : Optional.ofNullable(WHOLE.get(said));
    }
}
