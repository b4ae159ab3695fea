package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.Selector;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.store.JournalEntry.Phase;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An agent's grants are cut on a real OpenFGA, with its identity on a real SPIRE server. */
@NeedsOpenFga
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealOpenFgaContainmentTest {
    private static final String PLANNER = "spiffe://acme.example/agent/planner";
    private static final String WORKER = "spiffe://acme.example/agent/worker";
    private static final Instant LATER =
            Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);

    private OpenFgaPeer fga;
    private RealSpire spire;
    private Responder responder;
    private PolicyBackend backend;
    private Chain chain;

    @BeforeAll
    void startServers() {
        RealOpenFga server = RealOpenFga.keyed(PolicyPeer.KEY);
        fga = new OpenFgaPeer(server.address(), server::close);
        spire =
                RealSpire.builder(Binaries.find().orElseThrow())
                        .trustDomain("acme.example")
                        .start();
    }

    @AfterAll
    void stopServers() {
        spire.close();
        fga.close();
    }

    @BeforeEach
    void connect() {
        responder = new Responder();
        var profile = fga.fresh();
        responder.connect(profile);
        backend = value(responder.estates().backend(profile.name()));
        chain = new Chain(backend.ids());
        fga.write(chain.relationships(fga, LATER));
        responder.refresh("fga");
    }

    @AfterEach
    void disconnect() {
        responder.close();
    }

    @Test
    void anAgentThatOnlyAPolicyKnowsIsCutAtItsHighestHopAndPutBack() {
        ContainmentPlan plan =
                value(responder.plan(Responder.identity(PLANNER), Strength.CONTAIN, Options.USUAL));
        assertThat(plan.steps()).extracting(PlannedStep::lever).containsExactly(Lever.END_GRANTS);
        // The worker's hop ends with the planner's, so it is not cut by itself.
        assertThat(plan.steps().getFirst().items())
                .extracting(item -> item.key())
                .containsExactly("delegation:d1#lease_a@agent:*");
        assertThat(plan.blast().alsoHit())
                .extracting(hit -> hit.key(), hit -> hit.arguments())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("delegates", List.of("1", "worker")));
        assertThat(decides(chain.plannerSearches())).isEqualTo(Decision.Verdict.ALLOWED);

        long before = backend.calls();
        ContainmentState done = responder.run(plan);
        StepReport step = done.steps().getFirst();
        assertThat(step.state()).isEqualTo(StepState.CONFIRMED);
        assertThat(decides(chain.plannerSearches())).isEqualTo(Decision.Verdict.DENIED);
        assertThat(decides(chain.workerSearches())).isEqualTo(Decision.Verdict.DENIED);
        assertThat(backend.calls()).isGreaterThan(before);
        assertThat(responder.phases(plan.id() + "/1"))
                .containsExactly(
                        Phase.PLANNED,
                        Phase.SENDING,
                        Phase.ACCEPTED,
                        Phase.CONFIRMED,
                        Phase.FINISHED);

        ContainmentState back = responder.run(responder.restorePlan(done));
        assertThat(back.steps().getFirst().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(decides(chain.workerSearches())).isEqualTo(Decision.Verdict.ALLOWED);
    }

    @Test
    void grantsAndEntriesEndInOneContainment() {
        responder.connect(spire.localProfile("spire"));
        String id = entry(WORKER);
        ContainmentPlan plan = responder.plan(Responder.identity(WORKER), Strength.CONTAIN);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.END_GRANTS, Lever.DELETE_ENTRIES);

        ContainmentState done = responder.run(plan);
        assertThat(done.succeeded()).isTrue();
        assertThat(responder.onServer("spire", id)).isEmpty();
        assertThat(decides(chain.workerSearches())).isEqualTo(Decision.Verdict.DENIED);
        // Above the cut nothing changes.
        assertThat(decides(chain.plannerSearches())).isEqualTo(Decision.Verdict.ALLOWED);
        // The bound is that of the credentials: a grant that is gone makes it no earlier.
        assertThat(plan.bound().x509Dead().at()).isPresent();
        assertThat(plan.bound().notCovered()).contains("enforcerCaches");
    }

    @Test
    void aChainIsCutAtItsRootAndASavedPlanNoticesWhatChanged() {
        ContainmentTarget root = new ContainmentTarget.ChainRoot(SpiffeId.parse(PLANNER));
        ContainmentPlan plan = value(responder.plan(root, Strength.CONTAIN, Options.USUAL));
        value(backend.end(fga.lease("d1", LATER)));
        ContainmentState done = responder.run(plan);
        // Somebody was quicker: it is as wanted, and nothing is to be put back.
        assertThat(done.steps().getFirst().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(responder.store().snapshots().find(plan.id() + "/1", "after")).contains("[]");
    }

    @Test
    void grantsAreGivenAnEarlierEnd() {
        Instant end = Instant.now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
        Options options =
                new Options(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(end.getEpochSecond()),
                        false);
        ContainmentPlan plan =
                value(responder.plan(Responder.identity(WORKER), Strength.TIGHTEN, options));
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.TIGHTEN_GRANTS);
        ContainmentState done = responder.run(plan);
        assertThat(done.steps().getFirst().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(decides(chain.workerSearches())).isEqualTo(Decision.Verdict.ALLOWED);
        assertThat(
                        value(
                                        backend.check(
                                                chain.workerSearches()
                                                        .with(
                                                                AccessQuestion.AccessContext.of(
                                                                        Map.of(
                                                                                "current_time",
                                                                                end.plusSeconds(1)
                                                                                        .toString()))),
                                                Consistency.STRONGEST))
                                .verdict())
                .isEqualTo(Decision.Verdict.DENIED);
    }

    private Decision.Verdict decides(AccessQuestion question) {
        return value(backend.check(question, Consistency.STRONGEST)).verdict();
    }

    private String entry(String spiffeId) {
        var made =
                responder
                        .server("spire")
                        .entries()
                        .create(
                                List.of(
                                        Drafts.of(
                                                spiffeId,
                                                SpiffeId.parse("spiffe://acme.example/nodes/all"),
                                                new Selector("unix", "uid:5000"),
                                                300,
                                                60)));
        responder.refresh("spire");
        return value(made.getFirst().outcome()).id();
    }
}
