package dev.curfew.lab.fault;

import com.google.protobuf.Message;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Carries out the faults that concern calls. */
public final class FaultInterceptor implements ServerInterceptor {
    private final Faults faults;

    /** For the server of these faults. */
    public FaultInterceptor(Faults faults) {
        this.faults = faults;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var full = call.getMethodDescriptor().getFullMethodName();
        var service = full.substring(0, full.lastIndexOf('/'));
        var method = full.substring(full.lastIndexOf('/') + 1);
        if (faults.cutsNow()) {
            return new ServerCall.Listener<>() {};
        }
        if (faults.isMissing(method)) {
            call.close(
                    Status.UNIMPLEMENTED.withDescription(
                            "unknown method " + method + " for service " + service),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        if (faults.hangs(method)) {
            return new Hanging<>(faults);
        }
        var altering = new Altering<>(call, faults);
        return new Receiving<>(next.startCall(altering, headers), altering, method, faults);
    }

    /** A call that is never answered. */
    private static final class Hanging<Q> extends ServerCall.Listener<Q> {
        private final Faults faults;

        Hanging(Faults faults) {
            this.faults = faults;
            faults.hanging().incrementAndGet();
        }

        @Override
        public void onCancel() {
            faults.hanging().decrementAndGet();
        }
    }

    /** Spoils replies. */
    private static final class Altering<Q, A> extends SimpleForwardingServerCall<Q, A> {
        private final Faults faults;
        private volatile String requestToken = "";

        Altering(ServerCall<Q, A> call, Faults faults) {
            super(call);
            this.faults = faults;
        }

        @Override
        @SuppressWarnings("unchecked") // a spoilt message has the type of the good one
        public void sendMessage(A reply) {
            super.sendMessage(
                    reply instanceof Message message
                            ? (A) SpoiltReplies.spoil(message, requestToken, faults)
                            : reply);
        }
    }

    /** Delays and refuses requests. */
    private static final class Receiving<Q> extends SimpleForwardingServerCallListener<Q> {
        private final Altering<Q, ?> call;
        private final String method;
        private final Faults faults;
        private boolean refused;

        Receiving(ServerCall.Listener<Q> next, Altering<Q, ?> call, String method, Faults faults) {
            super(next);
            this.call = call;
            this.method = method;
            this.faults = faults;
        }

        @Override
        public void onMessage(Q request) {
            if (request instanceof Message message) {
                if (SpoiltReplies.pageSize(message) > faults.largestPage()) {
                    refused = true;
                    call.close(
                            Status.RESOURCE_EXHAUSTED.withDescription(
                                    "grpc: received message larger than max (4963500 vs."
                                            + " 4194304)"),
                            new Metadata());
                    return;
                }
                call.requestToken = SpoiltReplies.pageToken(message);
            }
            super.onMessage(request);
        }

        @Override
        public void onHalfClose() {
            if (refused) {
                return;
            }
            try {
                // On a virtual thread of its own: nobody else waits.
                Thread.sleep(faults.delayOf(method));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.onHalfClose();
        }
    }
}
