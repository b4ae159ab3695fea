package dev.curfew.connect;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import io.spiffe.exception.SocketEndpointAddressException;
import io.spiffe.workloadapi.Address;
import io.spiffe.workloadapi.grpc.SpiffeWorkloadAPIGrpc;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDRequest;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * Calls of the SPIFFE Workload API, with java-spiffe's messages over our own transport (its own
 * would bring a second netty).
 */
final class WorkloadApiCalls {
    /** Without it an agent refuses: a guard against requests that a web page was tricked into. */
    private static final Metadata.Key<String> SECURITY_HEADER =
            Metadata.Key.of("workload.spiffe.io", Metadata.ASCII_STRING_MARSHALLER);

    private WorkloadApiCalls() {}

    /** A channel to {@code unix:/path} or {@code tcp://ip:port}; connects with the first call. */
    static Outcome<ManagedChannel> channel(String endpoint) {
        try {
            URI uri = Address.parseAddress(endpoint);
            ManagedChannelBuilder<?> builder =
                    "unix".equals(uri.getScheme())
                            ? Transports.plaintext(Path.of(uri.getPath()))
                            : Grpc.newChannelBuilderForAddress(
                                    uri.getHost(),
                                    uri.getPort(),
                                    InsecureChannelCredentials.create());
            return Outcome.ok(builder.proxyDetector(target -> null).build());
        } catch (SocketEndpointAddressException | IllegalArgumentException e) {
            return Outcome.failed(Reason.WORKLOAD_API_FAILED, endpoint, Causes.text(e));
        }
    }

    /** Each answer replaces the one before. Blocks between them; has no deadline by nature. */
    static Iterator<X509SVIDResponse> watch(ManagedChannel channel) {
        Metadata headers = new Metadata();
        headers.put(SECURITY_HEADER, "true");
        return SpiffeWorkloadAPIGrpc.newBlockingStub(channel)
                .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
                .fetchX509SVID(X509SVIDRequest.getDefaultInstance());
    }

    /** What an agent or the network said. */
    static String why(StatusRuntimeException e, String endpoint) {
        Status status = e.getStatus();
        String text = status.getDescription();
        CallContext call = new CallContext(endpoint, "", endpoint, true, CallContext.Deadline.NONE);
        return status.getCause() == null
                ? text == null ? status.getCode().name() : text
                : StatusFailures.of(status.getCause(), call).detail();
    }
}
