package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.TrustBundle;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Reason;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authorities rotated under real agents, with the gate before the point of no return. */
@NeedsSpire
class RealSpireSeverTest {
    private static final String SERVER = "the server";
    private static final String VICTIM = "spiffe://acme.test/victim";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final InstantSource CLOCK = InstantSource.system();

    private RealSpire spire;
    private RealAgent agent;
    private Responder responder;

    @BeforeEach
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).defaultIntervals().start();
        agent = spire.startAgent("one");
        responder = responder(Duration.ofMinutes(3));
    }

    @AfterEach
    void stop() {
        responder.close();
        spire.close();
    }

    private static Responder responder(Duration gatePatience) {
        return new Responder(LocalStore.inMemory(CLOCK), pace(gatePatience), journal -> journal);
    }

    private static Pace pace(Duration gatePatience) {
        return new Pace(Backoff.USUAL, List.of(Duration.ZERO), gatePatience);
    }

    private RealWorkload admit(int others) {
        RealWorkload workload = agent.workload("crowd");
        RealWorkload victim = agent.workload("victim");
        List<EntryDraft> drafts = new ArrayList<>();
        drafts.add(Drafts.of(agent, victim, VICTIM));
        for (int i = 0; i < others; i++) {
            drafts.add(Drafts.of(agent, workload, "spiffe://acme.test/crowd/" + i));
        }
        responder.connect(spire.localProfile(SERVER));
        Outcomes.values(responder.server(SERVER).entries().create(drafts));
        responder.refresh(SERVER);
        Waiting.value(
                "all identities",
                PATIENCE,
                () ->
                        workload.fetchX509() instanceof Fetched.Issued<FetchedX509>(var svids)
                                        && svids.size() == others
                                ? java.util.Optional.of(svids)
                                : java.util.Optional.empty());
        Waiting.value("the victim", PATIENCE, () -> victim.fetchX509().first());
        return workload;
    }

    private TrustBundle bundle() {
        return Outcomes.value(responder.server(SERVER).bundles().own());
    }

    private String active(Kind kind) {
        return Outcomes.value(responder.server(SERVER).authorities().slots(kind))
                .active()
                .orElseThrow()
                .authorityId();
    }

    /** Certificate serials that a workload holds now. */
    private static Set<BigInteger> serials(RealWorkload workload) {
        return workload.fetchX509() instanceof Fetched.Issued<FetchedX509>(var svids)
                ? svids.stream().map(FetchedX509::serial).collect(Collectors.toSet())
                : Set.of();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 120, 250})
    void everySvidIsOnTheNewAuthorityWhenTheOldOneGoes(int others) {
        RealWorkload workload = admit(others);
        Set<BigInteger> old = serials(workload);
        assertThat(old).hasSize(others);
        String x509 = active(Kind.X509);
        String jwt = active(Kind.JWT);
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.DELETE_ENTRIES, Lever.ROTATE_X509, Lever.ROTATE_JWT);
        List<Set<BigInteger>> atRevocation = new CopyOnWriteArrayList<>();

        ContainmentState done =
                responder.run(
                        plan,
                        new RunControl(),
                        state -> {
                            // The step is over with the revocation: what do workloads hold then?
                            if (state.steps().get(1).state() == StepState.CONFIRMED
                                    && atRevocation.isEmpty()) {
                                atRevocation.add(serials(workload));
                            }
                        });

        assertThat(done.steps())
                .extracting(StepReport::state)
                .containsExactly(StepState.CONFIRMED, StepState.CONFIRMED, StepState.CONFIRMED);
        assertThat(atRevocation.getFirst()).hasSize(others).doesNotContainAnyElementsOf(old);
        assertThat(bundle().x509Authorities())
                .extracting(TrustBundle.X509Authority::subjectKeyId)
                .containsExactly(active(Kind.X509))
                .doesNotContain(x509);
        assertThat(bundle().jwtAuthorities())
                .extracting(TrustBundle.JwtAuthority::keyId)
                .containsExactly(active(Kind.JWT))
                .doesNotContain(jwt);
        // The agent goes on, and the victim has nothing.
        Waiting.value(
                "an agent that still issues", PATIENCE, () -> workload.fetchJwt("after").first());
        assertThat(agent.workload("victim").fetchX509().refusal()).contains("no identity issued");
        Instant dead =
                Residuals.of(done, Instant.now()).stream()
                        .flatMap(residual -> residual.by().stream())
                        .max(Instant::compareTo)
                        .orElseThrow();
        assertThat(dead)
                .isBefore(done.steps().getLast().acceptedAt().orElseThrow().plusSeconds(15));
        assertThat(Residuals.of(done, dead))
                .extracting(Residual::state)
                .containsOnly(Residual.State.ENDED);
    }

    @Test
    void itsEvidenceTellsEveryPhaseAndVerifies(@TempDir Path folder) {
        admit(1);
        ContainmentState done =
                responder.run(responder.plan(Responder.identity(VICTIM), Strength.SEVER));
        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);

        Packs.Pack pack = new Packs(folder).export(responder.store(), done.id());

        assertThat(pack.verified().action()).isEqualTo("containment");
        assertThat(pack.verified().withheld()).isZero();
        assertThat(pack.text("journal.jsonl"))
                .contains(
                        Stream.of(RotationPhase.values())
                                .map(phase -> "\\\"phase\\\":\\\"" + phase.word() + "\\\"")
                                .toList());
        assertThat(pack.report())
                .contains(VICTIM, "Incident INC-1", "confirmed")
                .doesNotContain("revoked by");
        assertThat(pack.everything()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void anAgentThatSleptOverTheTaintKeepsTheGateClosedUntilItIsBack() {
        responder.close();
        responder = responder(Duration.ofSeconds(20));
        RealWorkload workload = admit(1);
        RealAgent sleeper = spire.startAgent("two");
        responder.refresh(SERVER);
        String old = active(Kind.X509);
        sleeper.pause();

        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        ContainmentState closed = responder.run(plan);

        StepReport rotation = closed.steps().get(1);
        assertThat(rotation.state()).isEqualTo(StepState.FAILED);
        assertThat(rotation.failure().orElseThrow().reason()).isEqualTo(Reason.GATE_CLOSED);
        assertThat(rotation.items())
                .extracting(item -> item.key())
                .containsExactly(sleeper.nodeId().toString());
        assertThat(closed.steps().get(2).state()).isEqualTo(StepState.SKIPPED);
        assertThat(bundle().x509Authorities())
                .filteredOn(root -> root.subjectKeyId().equals(old))
                .allMatch(TrustBundle.X509Authority::tainted)
                .hasSize(1);

        sleeper.wake();
        ContainmentState done = responder.resume(plan.id());

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(bundle().x509Authorities()).noneMatch(root -> root.subjectKeyId().equals(old));
        // Nobody was locked out: both agents still get tokens signed.
        Waiting.value("the first agent", PATIENCE, () -> workload.fetchJwt("after").first());
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void aSeverThatWasKilledBetweenTaintAndGateIsGoneOnWith() {
        responder.close();
        Path file = spire.folder("store").resolve("curfew.db");
        responder =
                new Responder(
                        LocalStore.open(file, CLOCK).store(),
                        pace(Duration.ofMinutes(3)),
                        journal ->
                                new DyingJournal(
                                        journal,
                                        entry -> entry.received().contains("\"phase\":\"gate\"")));
        RealWorkload workload = admit(5);
        Set<BigInteger> old = serials(workload);
        String x509 = active(Kind.X509);
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        assertThat(catchThrowable(() -> responder.run(plan)))
                .isInstanceOf(DyingJournal.Killed.class);
        assertThat(bundle().x509Authorities())
                .filteredOn(root -> root.subjectKeyId().equals(x509))
                .extracting(TrustBundle.X509Authority::tainted)
                .containsExactly(true);
        responder.close();
        responder =
                new Responder(
                        LocalStore.open(file, CLOCK).store(),
                        pace(Duration.ofMinutes(3)),
                        journal -> journal);
        responder.connect(spire.localProfile(SERVER));

        ContainmentState done = responder.resume(plan.id());

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(serials(workload)).hasSize(5).doesNotContainAnyElementsOf(old);
        assertThat(bundle().x509Authorities())
                .extracting(TrustBundle.X509Authority::subjectKeyId)
                .containsExactly(active(Kind.X509));
        assertThat(bundle().jwtAuthorities())
                .extracting(TrustBundle.JwtAuthority::keyId)
                .containsExactly(active(Kind.JWT));
        Waiting.value(
                "an agent that still issues", PATIENCE, () -> workload.fetchJwt("after").first());
    }

    /** As an operator does who rotates and lets the authority before be. */
    private void replaceAuthorities() {
        var authorities = responder.server(SERVER).authorities();
        for (Kind kind : List.of(Kind.X509, Kind.JWT)) {
            String next = Outcomes.value(authorities.prepare(kind)).authorityId();
            Outcomes.value(authorities.activate(kind, next));
        }
        responder.refresh(SERVER);
    }

    @Test
    void anAuthorityBeforeThatIsStillTrustedIsRevokedBeforeItsSlotIsEmptied() {
        RealWorkload workload = admit(3);
        Set<BigInteger> old = serials(workload);
        String first = active(Kind.X509);
        replaceAuthorities();
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(
                        Lever.DELETE_ENTRIES,
                        Lever.RETIRE_X509,
                        Lever.RETIRE_JWT,
                        Lever.ROTATE_X509,
                        Lever.ROTATE_JWT);
        // Its agent's certificate is of the authority before: the gate is going to wait for it.
        assertThat(plan.steps().get(1).items())
                .extracting(item -> item.key())
                .containsExactly(first, agent.nodeId().toString());

        ContainmentState done = responder.run(plan);

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(bundle().x509Authorities())
                .extracting(TrustBundle.X509Authority::subjectKeyId)
                .containsExactly(active(Kind.X509));
        assertThat(bundle().jwtAuthorities())
                .extracting(TrustBundle.JwtAuthority::keyId)
                .containsExactly(active(Kind.JWT));
        assertThat(serials(workload)).hasSize(3).doesNotContainAnyElementsOf(old);
        Waiting.value(
                "an agent that still issues", PATIENCE, () -> workload.fetchJwt("after").first());
    }

    @Test
    void aNodeThatMayHaveItsCertificateFromBeforeKeepsThatGateClosed() {
        responder.close();
        responder = responder(Duration.ofSeconds(20));
        admit(1);
        replaceAuthorities();
        // Its certificate is of the new one, but no call tells: it need not change, and is waited
        // for all the same.
        RealAgent younger = spire.startAgent("two");
        responder.refresh(SERVER);
        String before = active(Kind.X509);
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);

        ContainmentState closed = responder.run(plan);

        StepReport retired = closed.steps().get(1);
        assertThat(retired.failure().orElseThrow().reason()).isEqualTo(Reason.GATE_CLOSED);
        assertThat(retired.items())
                .extracting(item -> item.key())
                .containsExactly(younger.nodeId().toString());
        assertThat(closed.steps().subList(2, 5))
                .extracting(StepReport::state)
                .containsOnly(StepState.SKIPPED);
        assertThat(active(Kind.X509)).isEqualTo(before);

        RunControl anyway = new RunControl();
        anyway.overrideGate();
        ContainmentState done = responder.resume(plan.id(), anyway);

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(younger.isAlive()).isTrue();
    }
}
