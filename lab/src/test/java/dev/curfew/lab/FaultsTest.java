package dev.curfew.lab;

import static dev.curfew.lab.TestServer.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.wire.spire.agent.CreateJoinTokenRequest;
import dev.curfew.wire.spire.agent.ListAgentsRequest;
import dev.curfew.wire.spire.bundle.GetBundleRequest;
import dev.curfew.wire.spire.debug.DebugGrpc;
import dev.curfew.wire.spire.debug.GetInfoRequest;
import dev.curfew.wire.spire.entry.BatchCreateEntryRequest;
import dev.curfew.wire.spire.entry.ListEntriesRequest;
import dev.curfew.wire.spire.localauthority.PrepareX509AuthorityRequest;
import dev.curfew.wire.spire.svid.MintJWTSVIDRequest;
import dev.curfew.wire.spire.types.Entry;
import io.grpc.ConnectivityState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private TestServer acme;

    @BeforeEach
    void start() throws Exception {
        acme = TestServer.seeded();
    }

    @AfterEach
    void stop() throws Exception {
        acme.close();
    }

    private String list(int pageSize) {
        return refusal(() ->
                acme.entries()
                        .withDeadlineAfter(10, TimeUnit.SECONDS)
                        .listEntries(
                                ListEntriesRequest.newBuilder().setPageSize(pageSize).build()));
    }

    @Test
    void hangsSomeMethodsAndNotOthers() {
        acme.server.faults().hang("ListEntries");

        assertThat(
                        refusal(() ->
                                acme.entries()
                                        .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                                        .listEntries(ListEntriesRequest.getDefaultInstance())))
                .startsWith("DEADLINE_EXCEEDED");
        assertThat(refusal(() -> acme.bundles().getBundle(GetBundleRequest.getDefaultInstance())))
                .isEqualTo("answered");

        acme.server.faults().reset();
        assertThat(list(1)).isEqualTo("answered");
    }

    @Test
    void delaysAnswers() {
        acme.server.faults().delay(Duration.ofMillis(300));
        var before = System.nanoTime();

        assertThat(list(1)).isEqualTo("answered");

        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void cutsConnectionsAfterSomeMoreCalls() {
        assertThat(list(1)).isEqualTo("answered");
        acme.server.faults().cutConnectionsAfter(2);

        assertThat(list(1)).isEqualTo("answered");
        assertThat(list(1)).isEqualTo("answered");
        assertThat(list(1)).startsWith("UNAVAILABLE");
        // A client may take a moment to see that its connection is gone.
        assertThat(Stream.generate(() -> list(1)).limit(50)).contains("answered");
    }

    @Test
    void pretendsToBeAnOlderServer() {
        acme.server.faults().unimplemented("CountAgents", "ListAgents");

        assertThat(refusal(() -> acme.agents().listAgents(ListAgentsRequest.getDefaultInstance())))
                .isEqualTo(
                        "UNIMPLEMENTED unknown method ListAgents for service"
                                + " spire.api.server.agent.v1.Agent");
    }

    @Test
    void repeatsAPageTokenForEver() {
        acme.server.faults().repeatPageToken(true);
        var request = ListEntriesRequest.newBuilder().setPageSize(10);

        var second = acme.entries().listEntries(request.build()).getNextPageToken();
        var third =
                acme.entries().listEntries(request.setPageToken(second).build()).getNextPageToken();

        assertThat(second).isEqualTo("10");
        assertThat(third).isEqualTo("10");
    }

    @Test
    void refusesLargePages() {
        acme.server.faults().refusePagesAbove(100);

        assertThat(list(101)).startsWith("RESOURCE_EXHAUSTED grpc: received message larger");
        assertThat(list(0)).startsWith("RESOURCE_EXHAUSTED");
        assertThat(list(100)).isEqualTo("answered");
    }

    @Test
    void shiftsTheServersClock() {
        acme.server.faults().clockOffset(Duration.ofMinutes(-7));
        var token =
                acme.svids()
                        .mintJWTSVID(
                                MintJWTSVIDRequest.newBuilder()
                                        .setId(TestServer.id("/agent/planner"))
                                        .addAudience("x")
                                        .build())
                        .getSvid();

        assertThat(token.getIssuedAt()).isEqualTo(acme.now().minusSeconds(420).getEpochSecond());
    }

    @Test
    void everythingThatAWrongClockDatesIsWrongAlike() {
        acme.server.faults().clockOffset(Duration.ofMinutes(5));
        var wrong = acme.now().plusSeconds(300);

        var svid = acme.server.trustDomain().issueX509("/agent/planner", Duration.ofMinutes(2));
        var certificate = svid.chain().getFirst();
        assertThat(certificate.getNotBefore().toInstant()).isEqualTo(wrong.minusSeconds(10));
        assertThat(certificate.getNotAfter().toInstant()).isEqualTo(wrong.plusSeconds(120));
        var token =
                acme.agents()
                        .createJoinToken(CreateJoinTokenRequest.newBuilder().setTtl(60).build());
        assertThat(token.getExpiresAt()).isEqualTo(wrong.getEpochSecond() + 60);
        var authority =
                acme.authorities()
                        .prepareX509Authority(PrepareX509AuthorityRequest.getDefaultInstance())
                        .getPreparedAuthority();
        assertThat(authority.getExpiresAt())
                .isEqualTo(wrong.plus(Duration.ofHours(24)).getEpochSecond());
        var entry =
                acme.entries()
                        .batchCreateEntry(
                                BatchCreateEntryRequest.newBuilder()
                                        .addEntries(
                                                Entry.newBuilder()
                                                        .setSpiffeId(TestServer.id("/agent/new"))
                                                        .setParentId(TestServer.id("/pool/ai"))
                                                        .addSelectors(
                                                                TestServer.selector("unix:uid:1")))
                                        .build())
                        .getResults(0)
                        .getEntry();
        assertThat(entry.getCreatedAt()).isEqualTo(wrong.getEpochSecond());

        acme.server.faults().clockOffset(Duration.ZERO);
        assertThat(
                        acme.server
                                .trustDomain()
                                .issueX509("/agent/planner", Duration.ofMinutes(2))
                                .chain()
                                .getFirst()
                                .getNotAfter()
                                .toInstant())
                .isEqualTo(acme.now().plusSeconds(120));
    }

    @Test
    void aServerThatHangsAltogetherAcceptsAndNeverAnswersUntilItStopsHanging() {
        assertThat(list(1)).isEqualTo("answered");
        acme.server.faults().hang();
        assertThat(acme.server.faults().hangsAltogether()).isTrue();

        assertThat(
                        refusal(() ->
                                acme.entries()
                                        .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                                        .listEntries(ListEntriesRequest.getDefaultInstance())))
                .startsWith("DEADLINE_EXCEEDED");
        assertThat(acme.local.channel().getState(false)).isEqualTo(ConnectivityState.READY);

        acme.server.faults().stopHanging();
        assertThat(acme.server.faults().hangsAltogether()).isFalse();
        assertThat(list(1)).isEqualTo("answered");
    }

    @Test
    void malformsIds() {
        acme.server.faults().malformIds(true);

        var entry =
                acme.entries()
                        .listEntries(ListEntriesRequest.newBuilder().setPageSize(1).build())
                        .getEntries(0);
        var agent =
                acme.agents()
                        .listAgents(ListAgentsRequest.newBuilder().setPageSize(1).build())
                        .getAgents(0);

        assertThat(entry.getSpiffeId().getTrustDomain()).isEqualTo("NOT A trust domain");
        assertThat(agent.getId().getPath()).isEqualTo("no\nslash");
    }

    @Test
    void sendsOldConnectionsAway() throws Exception {
        acme.server.faults().connectionAge(Duration.ofMillis(200));
        try (var wire = Wire.unix(acme.server)) {
            var channel = wire.channel();
            var debug = DebugGrpc.newBlockingStub(channel);
            debug.getInfo(GetInfoRequest.getDefaultInstance());
            var left = new CountDownLatch(1);
            assertThat(channel.getState(false)).isEqualTo(ConnectivityState.READY);
            channel.notifyWhenStateChanged(ConnectivityState.READY, left::countDown);

            assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
            // The channel opens a new connection by itself.
            debug.getInfo(GetInfoRequest.getDefaultInstance());
        }
    }

    @Test
    void letsACallThatIsUnderWayFinishWhenItSendsConnectionsAway() {
        assertThat(list(1)).isEqualTo("answered");
        acme.server.faults().sendConnectionsAway();
        assertThat(list(1)).isEqualTo("answered");
    }
}
