package dev.curfew.connect;

import dev.curfew.outcome.SafeText;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.util.function.Consumer;

/**
 * Hands over one header of each answer, whether it comes before the content or after. Any thread.
 */
final class HeaderListener implements ClientInterceptor {
    private final Metadata.Key<String> header;
    private final Consumer<String> told;

    HeaderListener(Metadata.Key<String> header, Consumer<String> told) {
        this.header = header;
        this.told = told;
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(
            MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(
                        new SimpleForwardingClientCallListener<>(listener) {
                            @Override
                            public void onHeaders(Metadata answered) {
                                take(answered);
                                super.onHeaders(answered);
                            }

                            /** An answer without content has all its headers here. */
                            @Override
                            public void onClose(Status status, Metadata trailers) {
                                take(trailers);
                                super.onClose(status, trailers);
                            }
                        },
                        headers);
            }
        };
    }

    private void take(Metadata answered) {
        String value = answered.get(header);
        if (value != null) {
            told.accept(SafeText.of(value));
        }
    }
}
