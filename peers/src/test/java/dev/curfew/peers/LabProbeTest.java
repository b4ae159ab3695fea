package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Strength;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.containment.sighting.Sighting.Verdict;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabOptions;
import dev.curfew.lab.acting.LabActivity;
import dev.curfew.lab.agent.Credential;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Endpoint;
import dev.curfew.probe.Presented;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes of the lab's agents, which really serve mTLS. */
class LabProbeTest {
    private static final String ACME = "acme";
    private static final String AGENT = "spiffe://acme.test/agent/code-writer";
    private static final Duration LIFE = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Lab lab;
    private Responder responder;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(LabOptions.QUIET.acting(new LabOptions.Lives(LIFE, Duration.ofSeconds(4))));
        lab.activity().start();
        responder = new Responder();
        Path socket = Path.of(lab.acme().unixTarget().substring("unix:".length()));
        responder.connect(ConnectionProfile.local(ACME, socket));
    }

    @AfterEach
    void stop() {
        responder.close();
        lab.close();
    }

    private DeclaredEndpoint endpoint(String id) {
        int port =
                lab.activity().doors().stream()
                        .filter(door -> door.id().toString().equals(id))
                        .mapToInt(LabActivity.Door::port)
                        .findFirst()
                        .orElseThrow();
        return new DeclaredEndpoint(SpiffeId.parse(AGENT), new Endpoint("127.0.0.1", port));
    }

    private List<String> serials() {
        return lab.activity().credentials().stream()
                .filter(credential -> credential.kind() == Credential.Kind.X509)
                .filter(credential -> credential.holder().toString().equals(AGENT))
                .map(Credential::name)
                .toList();
    }

    private ContainmentPlan plan(DeclaredEndpoint endpoint) {
        return responder.plan(Responder.identity(AGENT), Strength.CONTAIN, List.of(endpoint));
    }

    @Test
    void theOldCertificateIsSeenUntilItHasExpired() {
        DeclaredEndpoint endpoint = endpoint(AGENT);
        ContainmentState done = responder.run(plan(endpoint));

        assertThat(done.succeeded()).isTrue();
        assertThat(done.isContradicted()).isFalse();
        assertThat(done.sightings())
                .extracting(Sighting::verdict)
                .containsExactly(Verdict.STILL_PRESENTED, Verdict.STILL_PRESENTED);
        Presented seen = done.sightings().getLast().seen().orElseThrow();
        assertThat(seen.id()).isEqualTo(SpiffeId.parse(AGENT));
        assertThat(serials()).contains(new java.math.BigInteger(seen.serial()).toString(16));
        assertThat(seen.standing()).isEqualTo(Presented.Standing.ACTIVE);
        Instant bound = done.sightings().getLast().bound().orElseThrow();
        assertThat(seen.notAfter()).isBeforeOrEqualTo(bound);
        assertThat(responder.history(done.id()).sightings()).isEqualTo(done.sightings());

        ContainmentBook book = responder.book();
        book.load();
        Sighting last =
                Waiting.value(
                        "the end of what is presented",
                        PATIENCE,
                        () -> {
                            responder.keeper(book, InstantSource.system()).lookDue();
                            return book.find(done.id())
                                    .map(kept -> kept.state().sightings().getLast())
                                    .filter(one -> one.verdict() == Verdict.EXPIRED);
                        });
        // It presents what it has, dead as it is, and nobody has given it another.
        assertThat(last.seen().orElseThrow().notAfter()).isBeforeOrEqualTo(bound);
        assertThat(responder.history(done.id()).sightings()).contains(last);
    }

    @Test
    void somebodyElseAtTheEndpointProvesNothing() {
        ContainmentState done =
                responder.run(plan(endpoint("spiffe://acme.test/agent/mcp-github")));

        assertThat(done.succeeded()).isTrue();
        assertThat(done.sightings())
                .extracting(Sighting::verdict)
                .containsOnly(Verdict.OTHER_IDENTITY);
        assertThat(done.sightings().getFirst().seen().orElseThrow().id())
                .isEqualTo(SpiffeId.parse("spiffe://acme.test/agent/mcp-github"));
    }

    @Test
    void anEndpointThatIsNotThereProvesNothingAndTheBoundRunsOn() {
        DeclaredEndpoint endpoint = endpoint(AGENT);
        lab.activity().stop();

        ContainmentState done = responder.run(plan(endpoint));

        assertThat(done.succeeded()).isTrue();
        assertThat(done.sightings())
                .extracting(Sighting::verdict)
                .containsOnly(Verdict.PROVES_NOTHING);
        assertThat(done.sightings())
                .extracting(one -> one.failure().orElseThrow().reason())
                .containsOnly(Reason.ENDPOINT_UNREACHED);
        assertThat(Residuals.of(done, done.steps().getFirst().acceptedAt().orElseThrow()))
                .extracting(Residual::state)
                .containsOnly(Residual.State.RUNNING);
    }

    @Test
    void anEndpointOfWhoIsNotContainedIsRefused() {
        DeclaredEndpoint stranger =
                new DeclaredEndpoint(
                        SpiffeId.parse("spiffe://acme.test/agent/planner"),
                        new Endpoint("planner", 8443));
        assertThat(plan(stranger).refusals())
                .containsExactly(
                        new dev.curfew.outcome.Failure(
                                Reason.INVALID_INPUT,
                                "the endpoint spiffe://acme.test/agent/planner=planner:8443",
                                "spiffe://acme.test/agent/planner is not what is contained"));
    }

    @Test
    void endpointsStandInTheSavedPlan() {
        ContainmentPlan plan = plan(endpoint(AGENT));
        ContainmentPlan read =
                Outcomes.value(
                        dev.curfew.containment.plan.PlanJson.read(
                                dev.curfew.containment.plan.PlanJson.write(plan).toString(),
                                "plan"));
        assertThat(read.request()).isEqualTo(plan.request());
        assertThat(Optional.of(read.request().endpoints())).contains(List.of(endpoint(AGENT)));
    }
}
