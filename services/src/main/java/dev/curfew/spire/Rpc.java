package dev.curfew.spire;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.AbstractStub;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * How every call is made: with a deadline, its failure turned into a {@link Failure} at this one
 * place, and only reads tried again. Any thread; blocks.
 */
public final class Rpc {
    private static final int READ_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);

    /** Turns a status into a failure with the words for this server. */
    public interface Failures {
        Failure of(StatusRuntimeException status, String method);
    }

    private final Channel channel;
    private final Failures failures;
    private final Duration deadline;

    public Rpc(Channel channel, Failures failures, Duration deadline) {
        this.channel = channel;
        this.failures = failures;
        this.deadline = deadline;
    }

    <S extends AbstractStub<S>> S stub(Function<Channel, S> factory) {
        return factory.apply(channel);
    }

    /**
     * A call that changes nothing: tried again while the server can not be reached, with growing
     * pauses. The whole takes at most three deadlines.
     */
    <S extends AbstractStub<S>, T> Outcome<T> read(String method, S stub, Function<S, T> call) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return Outcome.ok(call.apply(withDeadline(stub)));
            } catch (StatusRuntimeException e) {
                if (attempt == READ_ATTEMPTS || !isWorthAnotherTry(e) || !pause(pause)) {
                    return Outcome.failed(failures.of(e, method));
                }
                pause = pause.multipliedBy(3);
            }
        }
    }

    /** A call that may change something: made once, for nobody knows what a lost answer meant. */
    <S extends AbstractStub<S>, T> Outcome<T> write(String method, S stub, Function<S, T> call) {
        try {
            return Outcome.ok(call.apply(withDeadline(stub)));
        } catch (StatusRuntimeException e) {
            return Outcome.failed(failures.of(e, method));
        }
    }

    private <S extends AbstractStub<S>> S withDeadline(S stub) {
        return stub.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static boolean isWorthAnotherTry(StatusRuntimeException e) {
        // A call that begins while its connection breaks is not UNAVAILABLE but UNKNOWN.
        return e.getStatus().getCode() == Status.Code.UNAVAILABLE
                || e.getStatus().getCause() instanceof ClosedChannelException;
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
