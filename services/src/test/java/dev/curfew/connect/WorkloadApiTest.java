package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.TestAuthority.Issued;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.wire.spire.bundle.BundleGrpc;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import io.grpc.Status;
import io.spiffe.spiffeid.SpiffeId;
import io.spiffe.workloadapi.grpc.Workload.X509SVIDResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkloadApiTest {
    private static final String CONSOLE = "spiffe://example.org/console";

    private final TestAuthority authority = new TestAuthority("example.org");
    private final TestWorkloadApi agent = new TestWorkloadApi();
    @TempDir Path folder;

    @Test
    void opensAndShowsEachRenewedSvid() throws Exception {
        Issued first = authority.issue(CONSOLE);
        Issued renewed = authority.issue(CONSOLE, "EC", Duration.ofHours(2));
        agent.says.add(TestWorkloadApi.answer(authority, first));
        try (TestSpire _ = agent.start(folder.resolve("agent.sock"));
                TestSpire server = spire();
                SpireChannel channel = Opening.open(profile(server))) {
            assertThat(channel.ownId()).contains(SpiffeId.parse(CONSOLE));

            agent.says.add(TestWorkloadApi.answer(authority, renewed));
            Optional<Instant> end = Optional.of(renewed.certificate().getNotAfter().toInstant());
            while (!channel.ownExpiry().equals(end)) {
                Thread.onSpinWait();
            }
            int before = server.connections.size();
            while (server.connections.size() == before) {
                assertThat(getBundle(channel)).isInstanceOf(Outcome.Ok.class);
            }
            assertThat(server.connections.getFirst()).isEqualTo(serial(first));
            assertThat(server.connections.getLast()).isEqualTo(serial(renewed));
        }
    }

    @Test
    void withoutTheAgentTheLastSvidStaysInUse() throws Exception {
        agent.says.add(TestWorkloadApi.answer(authority, authority.issue(CONSOLE)));
        try (TestSpire workloads = agent.start(folder.resolve("agent.sock"));
                TestSpire server = spire();
                SpireChannel channel = Opening.open(profile(server))) {
            workloads.close();
            int before = server.connections.size();
            while (server.connections.size() == before) {
                assertThat(getBundle(channel)).isInstanceOf(Outcome.Ok.class);
            }
            assertThat(channel.ownId()).contains(SpiffeId.parse(CONSOLE));
        }
    }

    @Test
    void noIdentityForThisProcess() throws Exception {
        agent.says.add(Status.PERMISSION_DENIED.withDescription("no identity issued"));
        try (TestSpire _ = agent.start(folder.resolve("agent.sock"))) {
            assertThat(openSource())
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.WORKLOAD_API_FAILED, endpoint(), "no identity issued"));
        }
    }

    @Test
    void anEmptyAnswer() throws Exception {
        agent.says.add(X509SVIDResponse.getDefaultInstance());
        try (TestSpire _ = agent.start(folder.resolve("agent.sock"))) {
            assertThat(openSource())
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.WORKLOAD_API_FAILED,
                                    endpoint(),
                                    "its answer holds no SVID"));
        }
    }

    @Test
    void aSilentAgent() throws Exception {
        try (TestSpire _ = agent.start(folder.resolve("agent.sock"))) {
            assertThat(
                            CredentialSources.open(
                                    new Credentials.WorkloadApi(endpoint()),
                                    Opening.NO_SECRETS,
                                    Opening.SHORT))
                    .isEqualTo(
                            Outcome.failed(
                                    Reason.WORKLOAD_API_FAILED,
                                    endpoint(),
                                    "it did not answer within 700 ms"));
        }
    }

    @Test
    void noAgent() {
        assertThat(openSource())
                .isEqualTo(Outcome.failed(Reason.WORKLOAD_API_FAILED, endpoint(), "no such file"));
    }

    @Test
    void anEndpointThatIsNone() {
        Outcome<CredentialSource> opened =
                CredentialSources.open(
                        new Credentials.WorkloadApi("http://x"),
                        Opening.NO_SECRETS,
                        Opening.PATIENT);
        assertThat(((Outcome.Failed<CredentialSource>) opened).failure().reason())
                .isEqualTo(Reason.WORKLOAD_API_FAILED);
    }

    private Outcome<CredentialSource> openSource() {
        return CredentialSources.open(
                new Credentials.WorkloadApi(endpoint()), Opening.NO_SECRETS, Opening.PATIENT);
    }

    private TestSpire spire() throws Exception {
        return TestSpire.overTls(
                authority.issue("spiffe://example.org/spire/server"),
                authority.certificate(),
                builder -> builder.maxConnectionAge(1, TimeUnit.SECONDS),
                TestSpire.bundleOf("example.org"));
    }

    private ConnectionProfile profile(TestSpire server) {
        return Opening.tcp(server.port(), new Credentials.WorkloadApi(endpoint()));
    }

    private String endpoint() {
        return "unix:" + folder.resolve("agent.sock");
    }

    private static Outcome<?> getBundle(SpireChannel channel) {
        return channel.call(
                BundleGrpc.getGetBundleMethod(),
                GetBundleRequest.getDefaultInstance(),
                Opening.PATIENT);
    }

    private static long serial(Issued issued) {
        return issued.certificate().getSerialNumber().longValueExact();
    }
}
