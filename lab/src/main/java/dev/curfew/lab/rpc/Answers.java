package dev.curfew.lab.rpc;

import dev.curfew.wire.spire.types.Status;
import io.grpc.stub.StreamObserver;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a service answers: a value, or the refusal it throws. */
public final class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** The status of an item that went well. */
    public static final Status OK = Status.newBuilder().setMessage("OK").build();

    private Answers() {}

    /** Runs the work and sends what it returns or why it refused. */
    public static <T> void answer(StreamObserver<T> caller, Supplier<T> work) {
        T reply;
        try {
            reply = work.get();
        } catch (Refusal refusal) {
            caller.onError(refusal.toCall().asRuntimeException());
            return;
        } catch (RuntimeException bug) {
            LOG.error("the lab failed to answer", bug);
            caller.onError(
                    io.grpc.Status.INTERNAL
                            .withDescription("the lab failed: " + bug)
                            .asRuntimeException());
            return;
        }
        caller.onNext(reply);
        caller.onCompleted();
    }
}
