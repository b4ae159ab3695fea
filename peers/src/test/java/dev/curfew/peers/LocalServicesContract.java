package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Wire.entry;
import static dev.curfew.peers.Wire.said;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.curfew.spire.ServerProcess.Info;
import dev.curfew.spire.ServerProcess.Level;
import dev.curfew.spire.ServerProcess.LogLevels;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.logger.SetLogLevelRequest;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a server offers on its own socket alone. */
abstract class LocalServicesContract extends SpireContract {

    @Test
    void debugCountsAndKeepsItsAnswerForSomeSeconds() {
        Info info = value(server().process().info());
        createAll(entry("/counted", "unix:uid:1"));
        Info soon = value(server().process().info());

        assertThat(info.entries()).isEqualTo(0);
        assertThat(info.nodes()).isEqualTo(0);
        // The server's own bundle is among them.
        assertThat(info.federatedBundles()).isEqualTo(1);
        assertThat(info.uptime()).isLessThan(Duration.ofMinutes(5));
        assertThat(info.chain())
                .extracting(Info.ChainLink::spiffeId)
                .containsExactly("spiffe://acme.test/spire/server", "spiffe://acme.test");
        assertThat(info.chain().getFirst().subject()).isEqualTo("O=SPIRE,C=US");
        assertThat(info.chain().getLast().subject()).matches("SERIALNUMBER=\\d+,O=SPIFFE,C=US");
        assertThat(info.chain()).allMatch(link -> link.expiresAt().isAfter(Instant.now()));
        assertThat(soon.entries()).isEqualTo(0);
    }

    @Test
    void theLogLevelCanBeSetAndReset() {
        assertThat(value(server().process().logLevels())).isEqualTo(new LogLevels("INFO", "INFO"));
        assertThat(value(server().process().setLogLevel(Level.DEBUG)))
                .isEqualTo(new LogLevels("DEBUG", "INFO"));
        assertThat(value(server().process().resetLogLevel()))
                .isEqualTo(new LogLevels("INFO", "INFO"));
        assertThat(
                        said(() ->
                                LoggerGrpc.newBlockingStub(wire())
                                        .setLogLevel(SetLogLevelRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT newLevel value cannot be LogLevel_UNSPECIFIED");
    }

    @Test
    void healthIsOfTheServerAsAWhole() {
        assertThat(value(server().process().serving())).isTrue();
        assertThat(
                        said(() ->
                                HealthGrpc.newBlockingStub(wire())
                                        .check(
                                                HealthCheckRequest.newBuilder()
                                                        .setService("x")
                                                        .build())))
                .isEqualTo("INVALID_ARGUMENT per-service health is not supported");
    }

    @Test
    void nobodyIsToldWhatAnAgentMayIssueAndUnknownMethodsAreNone() {
        assertThat(call(wire(), "spire.api.server.entry.v1.Entry", "GetAuthorizedEntries"))
                .isEqualTo(
                        "PERMISSION_DENIED authorization denied for method"
                                + " /spire.api.server.entry.v1.Entry/GetAuthorizedEntries");
        assertThat(call(wire(), "spire.api.server.entry.v1.Entry", "Nothing"))
                .isEqualTo(
                        "UNIMPLEMENTED unknown method Nothing for service"
                                + " spire.api.server.entry.v1.Entry");
        assertThat(call(wire(), "some.Service", "Method"))
                .isEqualTo("UNIMPLEMENTED unknown service some.Service");
    }

    /** A method that we have no declaration of. */
    static String call(Channel channel, String service, String method) {
        MethodDescriptor.Marshaller<Empty> empty =
                ProtoUtils.marshaller(Empty.getDefaultInstance());
        MethodDescriptor<Empty, Empty> descriptor =
                MethodDescriptor.<Empty, Empty>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(service + "/" + method)
                        .setRequestMarshaller(empty)
                        .setResponseMarshaller(empty)
                        .build();
        return said(() ->
                ClientCalls.blockingUnaryCall(
                        channel, descriptor, CallOptions.DEFAULT, Empty.getDefaultInstance()));
    }
}
