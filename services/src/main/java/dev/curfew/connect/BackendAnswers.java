package dev.curfew.connect;

import dev.curfew.outcome.Reason;
import io.grpc.Status;
import java.util.Optional;

/** What a kind of backend means by its answers, where they mean more than their code says. Pure. */
public interface BackendAnswers {
    /** Empty: what such an answer means anywhere. */
    Optional<Reason> meaning(Status status);
}
