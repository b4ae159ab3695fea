package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in our words why a call failed. Any thread; does not block.
 *
 * <p>What failed before a server understood anything is told by the exceptions below the status,
 * see {@link TransportFailures}; what a server answered is told by its code and text, see {@link
 * AnswerFailures}.
 */
public final class StatusFailures {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFailures.class);

    private StatusFailures() {}

    /**
     * The failure that an exception of a call stands for. What is neither a status nor a known
     * exception of the network is a bug of ours: it is logged once and told by its reference.
     */
    public static Failure of(Throwable thrown, CallContext call) {
        Optional<Failure> carried = carried(thrown);
        if (carried.isPresent()) {
            return carried.get();
        }
        Status status = status(thrown);
        if (status == null) {
            return TransportFailures.find(thrown, call)
                    .orElseGet(() -> unexpected(thrown, call.subject()));
        }
        return of(status, call);
    }

    /** The failure that a status other than OK stands for. */
    public static Failure of(Status status, CallContext call) {
        Throwable cause = status.getCause();
        if (cause != null) {
            Optional<Failure> carried = carried(cause);
            if (carried.isPresent()) {
                return carried.get();
            }
        }
        return TransportFailures.find(status, call)
                .or(() -> AnswerFailures.find(status, call))
                .orElseGet(() -> unexpected(status.asRuntimeException(), call.subject()));
    }

    /** A bug of ours: logged here with its stack, told to the operator by the reference alone. */
    public static Failure unexpected(Throwable thrown, String subject) {
        String reference = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        LOG.error("Unexpected, reference {}", reference, thrown);
        return new Failure(Reason.UNEXPECTED, subject, reference);
    }

    /**
     * This thread was interrupted: the operator, or the end of the program, wants no more of it.
     */
    static Failure cancelled(String subject) {
        return Failure.of(Reason.CANCELLED, subject);
    }

    /**
     * True where the connection broke without a word: only a new handshake can tell why (see {@link
     * TlsDiagnosis}).
     */
    static boolean isUnexplainedLoss(Throwable thrown) {
        Status status = status(thrown);
        return status != null
                && carried(thrown).isEmpty()
                && TransportFailures.isUnexplainedLoss(status);
    }

    private static Optional<Failure> carried(Throwable thrown) {
        for (Throwable at : Causes.of(thrown)) {
            if (at instanceof CarriesFailure carrier) {
                return Optional.of(carrier.failure());
            }
        }
        return Optional.empty();
    }

    private static @Nullable Status status(Throwable thrown) {
        return switch (thrown) {
            case StatusRuntimeException e -> e.getStatus();
            case StatusException e -> e.getStatus();
            default -> null;
        };
    }
}
