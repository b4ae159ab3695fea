package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.agent.AgentGrpc;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.agent.ListAgentsResponse;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.debug.GetInfoResponse;
import dev.curfew.wire.spire.entry.EntryGrpc;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.entry.ListEntriesResponse;
import dev.curfew.wire.spire.types.SPIFFEID;
import io.grpc.BindableService;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CapabilityProbeTest {
    @TempDir Path folder;

    @Test
    void notesWhatIsThereAndWhyTheRestIsNot() throws Exception {
        Capabilities found = probe(Opening.PATIENT, entriesThatAreDenied(), debug());

        assertThat(found.features()).hasSize(Feature.values().length);
        assertThat(found.has(Feature.BUNDLE)).isTrue();
        assertThat(found.has(Feature.DEBUG)).isTrue();
        assertThat(found.whyNot(Feature.ENTRIES))
                .contains(new Failure(Reason.NOT_ADMIN, "Entry/ListEntries", "no"));
        assertThat(
                        Arrays.stream(Feature.values())
                                .filter(feature ->
                                        found.whyNot(feature)
                                                .map(Failure::reason)
                                                .equals(Optional.of(Reason.OLDER_SERVER))))
                .containsExactly(
                        Feature.NODES,
                        Feature.FEDERATED_BUNDLES,
                        Feature.FEDERATION,
                        Feature.X509_AUTHORITIES,
                        Feature.JWT_AUTHORITIES,
                        Feature.WIT_AUTHORITIES,
                        Feature.LOGGER,
                        Feature.HEALTH);
    }

    @Test
    void identifiesTheServer() throws Exception {
        ServerIdentification server = probe(Opening.PATIENT, debug()).identification();

        assertThat(server.trustDomain().getName()).isEqualTo("example.org");
        assertThat(server.serverId()).contains(SpiffeId.parse("spiffe://example.org/spire/server"));
        assertThat(server.certificateExpiresAt()).contains(Instant.ofEpochSecond(1_800_000_000));
        assertThat(server.local()).isTrue();
        assertThat(server.uptime()).contains(Duration.ofSeconds(77));
        assertThat(server.roundTrip()).isPresent();
    }

    @Test
    void whatIsNotToldIsEmpty() throws Exception {
        ServerIdentification server = probe(Opening.PATIENT).identification();
        assertThat(server.serverId()).isEmpty();
        assertThat(server.certificateExpiresAt()).isEmpty();
        assertThat(server.uptime()).isEmpty();
    }

    @Test
    void oneThatHangsHoldsUpNoOther() throws Exception {
        Capabilities found = probe(Duration.ofSeconds(2), agentsThatHang(), debug());
        assertThat(found.whyNot(Feature.NODES).map(Failure::reason)).contains(Reason.NO_ANSWER);
        assertThat(found.has(Feature.BUNDLE)).isTrue();
        assertThat(found.has(Feature.DEBUG)).isTrue();
    }

    private Capabilities probe(Duration patience, BindableService... services) throws Exception {
        Path socket = folder.resolve("api.sock");
        BindableService[] all = Arrays.copyOf(services, services.length + 1);
        all[services.length] = TestSpire.bundleOf("example.org");
        try (TestSpire _ = TestSpire.onSocket(socket, UnaryOperator.identity(), all);
                SpireChannel channel = Opening.open(Opening.socket(socket, "example.org"))) {
            return CapabilityProbe.probe(channel, patience);
        }
    }

    private static BindableService entriesThatAreDenied() {
        return new EntryGrpc.EntryImplBase() {
            @Override
            public void listEntries(
                    ListEntriesRequest request, StreamObserver<ListEntriesResponse> answer) {
                answer.onError(Status.PERMISSION_DENIED.withDescription("no").asRuntimeException());
            }
        };
    }

    private static BindableService agentsThatHang() {
        return new AgentGrpc.AgentImplBase() {
            @Override
            public void listAgents(
                    ListAgentsRequest request, StreamObserver<ListAgentsResponse> answer) {}
        };
    }

    private static BindableService debug() {
        return new DebugGrpc.DebugImplBase() {
            @Override
            public void getInfo(GetInfoRequest request, StreamObserver<GetInfoResponse> answer) {
                answer.onNext(
                        GetInfoResponse.newBuilder()
                                .setUptime(77)
                                .addSvidChain(
                                        GetInfoResponse.Cert.newBuilder()
                                                .setId(
                                                        SPIFFEID.newBuilder()
                                                                .setTrustDomain("example.org")
                                                                .setPath("/spire/server"))
                                                .setExpiresAt(1_800_000_000))
                                .build());
                answer.onCompleted();
            }
        };
    }
}
