package dev.curfew.lab.server;

import com.google.protobuf.MessageLite;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;

/** Refuses requests over 4 MiB with the text of a Go server, which a Java one would not send. */
final class InboundLimit implements ServerInterceptor {
    static final int BYTES = 4 << 20;

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            private boolean refused;

            @Override
            public void onMessage(Q request) {
                if (request instanceof MessageLite message && message.getSerializedSize() > BYTES) {
                    refused = true;
                    call.close(
                            Status.RESOURCE_EXHAUSTED.withDescription(
                                    "grpc: received message larger than max (%d vs. %d)"
                                            .formatted(message.getSerializedSize(), BYTES)),
                            new Metadata());
                    return;
                }
                super.onMessage(request);
            }

            @Override
            public void onHalfClose() {
                if (!refused) {
                    super.onHalfClose();
                }
            }
        };
    }
}
