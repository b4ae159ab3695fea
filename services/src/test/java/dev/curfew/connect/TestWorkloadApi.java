package dev.curfew.connect;

import com.google.protobuf.ByteString;
import dev.curfew.connect.TestAuthority.Issued;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.spiffe.workloadapi.grpc.SpiffeWorkloadAPIGrpc;
import io.spiffe.workloadapi.grpc.Workload.X509SVID;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDRequest;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Stands for the Workload API of a SPIRE agent; pushes what the test gives it. */
final class TestWorkloadApi extends SpiffeWorkloadAPIGrpc.SpiffeWorkloadAPIImplBase
        implements ServerInterceptor {
    private static final Metadata.Key<String> HEADER =
            Metadata.Key.of("workload.spiffe.io", Metadata.ASCII_STRING_MARSHALLER);

    /** What to say on the stream next: an answer, or a status that ends it. */
    final LinkedBlockingQueue<Object> says = new LinkedBlockingQueue<>();

    static X509SVIDResponse answer(TestAuthority authority, Issued issued)
            throws CertificateEncodingException {
        return X509SVIDResponse.newBuilder()
                .addSvids(
                        X509SVID.newBuilder()
                                .setSpiffeId(
                                        Certificates.spiffeId(issued.certificate())
                                                .orElseThrow()
                                                .toString())
                                .setX509Svid(ByteString.copyFrom(issued.certificate().getEncoded()))
                                .setX509SvidKey(ByteString.copyFrom(issued.key().getEncoded()))
                                .setBundle(
                                        ByteString.copyFrom(authority.certificate().getEncoded())))
                .build();
    }

    TestSpire start(Path socket) throws IOException {
        return TestSpire.onSocket(socket, builder -> builder.intercept(this), this);
    }

    @Override
    public void fetchX509SVID(X509SVIDRequest request, StreamObserver<X509SVIDResponse> stream) {
        Context call = Context.current();
        Thread.ofVirtual().start(() -> talk(call, stream));
    }

    private void talk(Context call, StreamObserver<X509SVIDResponse> stream) {
        try {
            while (!call.isCancelled()) {
                switch (says.take()) {
                    case X509SVIDResponse answer -> stream.onNext(answer);
                    case Status end -> {
                        stream.onError(end.asRuntimeException());
                        return;
                    }
                    default -> throw new IllegalArgumentException("neither answer nor status");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As an agent does: without the header nobody is answered. */
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        @Nullable String header = headers.get(HEADER);
        if (!Objects.equals(header, "true")) {
            call.close(Status.INVALID_ARGUMENT.withDescription("security header missing"), headers);
            return new ServerCall.Listener<>() {};
        }
        return Contexts.interceptCall(Context.current(), call, headers, next);
    }
}
