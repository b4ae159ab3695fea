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
        Failure failure = StatusFailures.of(thrown, call);
        return switch (failure.reason()) {
            case NOT_GRPC -> as(Reason.NOT_A_BACKEND, failure);
            case SERVER_UNTRUSTED -> as(Reason.BACKEND_UNTRUSTED, failure);
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
