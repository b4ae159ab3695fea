package dev.curfew.connect;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The connection to one policy backend. Every call has a deadline; reads are tried again while the
 * backend can not be reached, writes never, for nobody knows what a lost answer meant. Any thread;
 * calls block, and end as cancelled when their thread is interrupted.
 */
public final class BackendChannel implements AutoCloseable {
    private static final int READ_ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final long CLOSE_SECONDS = 2;

    private final ServerAddress.Tcp address;
    private final ManagedChannel managed;
    private final Channel channel;
    private final BackendAnswers answers;
    private final Duration deadline;
    private final LongAdder calls;
    private final Supplier<Optional<Failure>> diagnosis;

    private BackendChannel(
            ServerAddress.Tcp address,
            ManagedChannel managed,
            Channel channel,
            BackendAnswers answers,
            Duration deadline,
            LongAdder calls,
            Supplier<Optional<Failure>> diagnosis) {
        this.address = address;
        this.managed = managed;
        this.channel = channel;
        this.answers = answers;
        this.deadline = deadline;
        this.calls = calls;
        this.diagnosis = diagnosis;
    }

    /**
     * @param headers sent with each call
     * @param deadline of each single call
     * @param diagnosis finds out why a connection breaks without a word; may block
     */
    static BackendChannel of(
            ServerAddress.Tcp address,
            ManagedChannel managed,
            Metadata headers,
            BackendAnswers answers,
            Duration deadline,
            Supplier<Optional<Failure>> diagnosis) {
        return new BackendChannel(
                address,
                managed,
                ClientInterceptors.intercept(
                        managed, MetadataUtils.newAttachHeadersInterceptor(headers)),
                answers,
                deadline,
                new LongAdder(),
                diagnosis);
    }

    /** The same connection without our key, to see whether one is asked for. */
    public BackendChannel withoutKey() {
        return new BackendChannel(address, managed, managed, answers, deadline, calls, diagnosis);
    }

    /**
     * The same connection, which asks with each call for a header of the answer.
     *
     * @param asking the header that asks for it
     * @param answered the header that is asked for
     * @param told takes what it says, cleaned, before the call returns; not where there is none
     */
    public BackendChannel asking(String asking, String answered, Consumer<String> told) {
        Metadata headers = new Metadata();
        headers.put(header(asking), "1");
        return new BackendChannel(
                address,
                managed,
                ClientInterceptors.intercept(
                        channel,
                        MetadataUtils.newAttachHeadersInterceptor(headers),
                        new HeaderListener(header(answered), told)),
                answers,
                deadline,
                calls,
                diagnosis);
    }

    private static Metadata.Key<String> header(String name) {
        return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
    }

    public String target() {
        return address.display();
    }

    /** How many calls were made until now, attempts counted one by one. */
    public long calls() {
        return calls.sum();
    }

    /**
     * A call that changes nothing. Takes at most three deadlines.
     *
     * @param subject what a refusal concerns
     */
    public <Q, A> Outcome<A> read(MethodDescriptor<Q, A> method, Q request, String subject) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return Outcome.ok(call(method, request));
            } catch (StatusRuntimeException e) {
                if (attempt == READ_ATTEMPTS || !isWorthAnotherTry(e) || !pause(pause)) {
                    return Outcome.failed(failure(e, method, subject));
                }
                pause = pause.multipliedBy(3);
                // Else the channel itself may still wait, and the next attempt would be none.
                managed.resetConnectBackoff();
            }
        }
    }

    /**
     * A call that may change something: made once.
     *
     * @param subject what a refusal concerns
     */
    public <Q, A> Outcome<A> write(MethodDescriptor<Q, A> method, Q request, String subject) {
        try {
            return Outcome.ok(call(method, request));
        } catch (StatusRuntimeException e) {
            return Outcome.failed(failure(e, method, subject));
        }
    }

    /**
     * A call with many answers, made once: what came until it broke has been handed over.
     *
     * @param each takes an answer; false ends the call
     * @param patience for the whole call
     * @return whether the server came to its end
     */
    public <Q, A> Outcome<Boolean> stream(
            MethodDescriptor<Q, A> method,
            Q request,
            Duration patience,
            String subject,
            Predicate<A> each) {
        Context.CancellableContext context = Context.current().withCancellation();
        Context before = context.attach();
        try {
            calls.increment();
            Iterator<A> answers =
                    ClientCalls.blockingServerStreamingCall(
                            channel, method, options(patience), request);
            while (answers.hasNext()) {
                if (!each.test(answers.next())) {
                    return Outcome.ok(false);
                }
            }
            return Outcome.ok(true);
        } catch (StatusRuntimeException e) {
            return Outcome.failed(failure(e, method, subject));
        } finally {
            context.detach(before);
            context.cancel(null);
        }
    }

    private <Q, A> A call(MethodDescriptor<Q, A> method, Q request) {
        calls.increment();
        return ClientCalls.blockingUnaryCall(channel, method, options(deadline), request);
    }

    private static CallOptions options(Duration deadline) {
        return CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Failure failure(
            StatusRuntimeException thrown, MethodDescriptor<?, ?> method, String subject) {
        if (StatusFailures.isUnexplainedLoss(thrown)) {
            Optional<Failure> found = diagnosis.get();
            if (found.isPresent()) {
                return BackendFailures.ofConnection(found.get());
            }
        }
        return BackendFailures.of(thrown, CallContext.of(address, method).about(subject), answers);
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

    /** Ends calls in flight. Waits two seconds at most. */
    @Override
    public void close() {
        managed.shutdownNow();
        try {
            managed.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
