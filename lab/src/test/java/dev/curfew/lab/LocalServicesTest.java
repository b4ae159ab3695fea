package dev.curfew.lab;

import static dev.curfew.lab.TestServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Empty;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.entry.BatchDeleteEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.logger.GetLoggerRequest;
import dev.curfew.wire.spire.logger.LoggerGrpc;
import dev.curfew.wire.spire.logger.ResetLogLevelRequest;
import dev.curfew.wire.spire.logger.SetLogLevelRequest;
import dev.curfew.wire.spire.types.LogLevel;
import io.grpc.CallOptions;
import io.grpc.MethodDescriptor;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalServicesTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.seeded();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    @Test
    void debugCountsAndKeepsItsAnswerForFiveSeconds() {
        var debug = DebugGrpc.newBlockingStub(acme.local.channel());
        acme.pass(Duration.ofSeconds(90));
        var info = debug.getInfo(GetInfoRequest.getDefaultInstance());
        var entries = acme.entries().listEntries(ListEntriesRequest.getDefaultInstance());

        assertThat(info.getUptime()).isEqualTo(90);
        assertThat(info.getAgentsCount()).isEqualTo(28);
        assertThat(info.getEntriesCount()).isEqualTo(entries.getEntriesCount());
        assertThat(info.getFederatedBundlesCount()).isEqualTo(3);
        assertThat(info.getSvidChain(0).getId()).isEqualTo(TestServer.id("/spire/server"));
        assertThat(info.getSvidChain(0).getSubject()).isEqualTo("O=SPIRE,C=US");
        assertThat(info.getSvidChain(1).getId()).isEqualTo(TestServer.id(""));
        assertThat(info.getSvidChain(1).getSubject()).matches("SERIALNUMBER=\\d+,O=SPIFFE,C=US");

        acme.entries()
                .batchDeleteEntry(
                        BatchDeleteEntryRequest.newBuilder()
                                .addIds(entries.getEntries(0).getId())
                                .build());
        acme.pass(Duration.ofSeconds(4));
        assertThat(debug.getInfo(GetInfoRequest.getDefaultInstance())).isEqualTo(info);
        acme.pass(Duration.ofSeconds(1));
        assertThat(debug.getInfo(GetInfoRequest.getDefaultInstance()).getEntriesCount())
                .isEqualTo(info.getEntriesCount() - 1);
    }

    @Test
    void theLogLevelCanBeSetAndReset() {
        var logger = LoggerGrpc.newBlockingStub(acme.local.channel());
        assertThat(logger.getLogger(GetLoggerRequest.getDefaultInstance()).getCurrentLevel())
                .isEqualTo(LogLevel.INFO);
        assertThat(
                        logger.setLogLevel(
                                        SetLogLevelRequest.newBuilder()
                                                .setNewLevel(LogLevel.DEBUG)
                                                .build())
                                .getCurrentLevel())
                .isEqualTo(LogLevel.DEBUG);
        assertThat(
                        logger.resetLogLevel(ResetLogLevelRequest.getDefaultInstance())
                                .getCurrentLevel())
                .isEqualTo(LogLevel.INFO);
        assertThat(refusal(() -> logger.setLogLevel(SetLogLevelRequest.getDefaultInstance())))
                .isEqualTo("INVALID_ARGUMENT newLevel value cannot be LogLevel_UNSPECIFIED");
    }

    @Test
    void healthIsOfTheServerAsAWhole() {
        var health = HealthGrpc.newBlockingStub(acme.local.channel());
        assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.SERVING);
        assertThat(
                        refusal(() ->
                                health.check(
                                        HealthCheckRequest.newBuilder().setService("x").build())))
                .isEqualTo("INVALID_ARGUMENT per-service health is not supported");
    }

    @Test
    void unknownMethodsAreRefusedLikeAGoServerDoes() {
        assertThat(call("spire.api.server.entry.v1.Entry", "Nothing"))
                .isEqualTo(
                        "UNIMPLEMENTED unknown method Nothing for service"
                                + " spire.api.server.entry.v1.Entry");
        assertThat(call("some.Service", "Method"))
                .isEqualTo("UNIMPLEMENTED unknown service some.Service");
        assertThat(call("spire.api.server.entry.v1.Entry", "GetAuthorizedEntries"))
                .isEqualTo(
                        "PERMISSION_DENIED authorization denied for method"
                                + " /spire.api.server.entry.v1.Entry/GetAuthorizedEntries");
    }

    private String call(String service, String method) {
        var empty = ProtoUtils.marshaller(Empty.getDefaultInstance());
        var descriptor =
                MethodDescriptor.<Empty, Empty>newBuilder()
                        .setType(MethodDescriptor.MethodType.UNARY)
                        .setFullMethodName(service + "/" + method)
                        .setRequestMarshaller(empty)
                        .setResponseMarshaller(empty)
                        .build();
        return refusal(() ->
                ClientCalls.blockingUnaryCall(
                        acme.local.channel(),
                        descriptor,
                        CallOptions.DEFAULT,
                        Empty.getDefaultInstance()));
    }
}
