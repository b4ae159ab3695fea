package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Optional;

/** Why a call to a policy backend failed: the same causes as elsewhere, with other things to do. */
final class BackendFailures {
    private BackendFailures() {}

    static Failure of(StatusRuntimeException thrown, CallContext call, BackendAnswers answers) {
        Status status = thrown.getStatus();
        Optional<Reason> own = answers.meaning(status).or(() -> refusedKey(status.getCode()));
        if (own.isPresent()) {
            String said = status.getDescription();
            return new Failure(
                    own.get(),
                    own.get() == Reason.BACKEND_KEY_REFUSED ? call.target() : call.subject(),
                    said == null ? status.getCode().name() : said);
        }
        return ofConnection(StatusFailures.of(thrown, call));
    }

    /** What is known of a connection in general, with what is to be done about a backend's. */
    static Failure ofConnection(Failure failure) {
        return switch (failure.reason()) {
            case NOT_GRPC -> as(Reason.NOT_A_BACKEND, failure);
            case SERVER_UNTRUSTED -> as(Reason.BACKEND_UNTRUSTED, failure);
            case CREDENTIAL_REFUSED -> as(Reason.BACKEND_CERTIFICATE_REFUSED, failure);
            default -> failure;
        };
    }

    private static Optional<Reason> refusedKey(Status.Code code) {
        return code == Status.Code.UNAUTHENTICATED || code == Status.Code.PERMISSION_DENIED
                ? Optional.of(Reason.BACKEND_KEY_REFUSED)
                : Optional.empty();
    }

    private static Failure as(Reason reason, Failure failure) {
        return new Failure(reason, failure.subject(), failure.detail());
    }
}
