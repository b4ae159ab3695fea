package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.TrustBundle;
import dev.curfew.lab.Lab;
import dev.curfew.lab.LabOptions;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containments while the lab's servers misbehave, and on a highly available pair. */
class LabContainmentFaultsTest {
    private static final String A = "acme a";
    private static final String B = "acme b";
    private static final String PARTNER = "partner";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

    private Lab lab;
    private Responder responder;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start(LabOptions.QUIET.withPair());
        responder = new Responder();
        responder.connect(LabContainmentTest.profile(A, lab.acme().unixTarget()));
        responder.connect(LabContainmentTest.profile(B, lab.second().orElseThrow().unixTarget()));
        responder.connect(LabContainmentTest.profile(PARTNER, lab.partner().unixTarget()));
    }

    @AfterEach
    void stop() {
        responder.close();
        lab.close();
    }

    @Test
    void aPairIsWrittenThroughOneAndReadBackOnBoth() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        assertThat(plan.steps()).hasSize(1);
        assertThat(plan.steps().getFirst().connections()).containsExactly(A, B);

        ContainmentState done = responder.run(plan);

        assertThat(done.succeeded()).isTrue();
        assertThat(done.steps().getFirst().proofs()).extracting(Proof::connection).contains(A, B);
        assertThat(done.steps().getFirst().proofs())
                .extracting(Proof::verdict)
                .containsOnly(Proof.Verdict.HOLDS);
    }

    @Test
    void theOtherOfAPairStandsInForTheOneThatIsAway() {
        List<RegistrationEntry> entries = responder.entries(A, "/agent/web-researcher");
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        lab.acme().faults().hang();
        lab.acme().faults().sendConnectionsAway();

        ContainmentState done = responder.run(plan);

        StepReport step = done.steps().getFirst();
        assertThat(step.state()).isEqualTo(StepState.CONFIRMED);
        assertThat(step.through()).contains(B);
        entries.forEach(e -> assertThat(responder.onServer(B, e.id())).isEmpty());
    }

    @Test
    void aControllerThatPutsItBackIsFoundOut() throws InterruptedException {
        lab.acme().faults().revertChanges(Duration.ofMillis(100));
        CountDownLatch back = new CountDownLatch(1);
        RegistrationEntry entry = responder.entries(A, "/agent/web-researcher").getFirst();
        ContainmentState done =
                responder.run(
                        responder.plan(Responder.identity(AGENT), Strength.CONTAIN),
                        new RunControl(),
                        state -> {
                            // The looks wait until the controller has had its turn.
                            if (state.steps().getFirst().state() == StepState.CONFIRMED
                                    && back.getCount() > 0) {
                                Waiting.until(
                                        Duration.ofSeconds(20),
                                        () ->
                                                !responder
                                                        .server(A)
                                                        .entries()
                                                        .scan(
                                                                dev.curfew.spire.EntryFilter
                                                                        .bySpiffeId(
                                                                                entry.spiffeId()),
                                                                dev.curfew.spire.ScanListener
                                                                        .silent())
                                                        .rows()
                                                        .isEmpty());
                                back.countDown();
                            }
                        });
        assertThat(back.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(done.steps().getFirst().state()).isEqualTo(StepState.REVERTED);
    }

    @Test
    void aServerThatHangsHoldsUpNoOther() {
        Responder impatient =
                new Responder(
                        LocalStore.inMemory(InstantSource.system()),
                        new Pace(
                                new Backoff(Duration.ofMillis(10), Duration.ofMillis(10), 1),
                                List.of(Duration.ZERO),
                                Duration.ofSeconds(5)),
                        journal -> journal);
        try (impatient) {
            impatient.connect(LabContainmentTest.profile(A, lab.acme().unixTarget()));
            impatient.connect(LabContainmentTest.profile(PARTNER, lab.partner().unixTarget()));
            ContainmentPlan plan =
                    impatient.plan(
                            new ContainmentTarget.Matching("id:*/agent/*"), Strength.TIGHTEN);
            lab.partner().faults().hang();

            ContainmentState done = impatient.run(plan);

            for (PlannedStep step : plan.steps()) {
                assertThat(done.step(step).state())
                        .isEqualTo(
                                step.writer().equals(A) ? StepState.CONFIRMED : StepState.FAILED);
            }
        }
    }

    @Test
    void aClockThatIsAheadMakesTheBoundLaterAndIsJournaled() {
        lab.acme().faults().clockOffset(Duration.ofMinutes(2));
        Outcomes.value(responder.estates().measureClock(A));
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        Instant withoutSkew = plan.plannedAt().plusSeconds(5 + 900);
        assertThat(plan.bound().x509Dead().at().orElseThrow())
                .isAfterOrEqualTo(withoutSkew.plus(Duration.ofMinutes(2)));

        ContainmentState done = responder.run(plan);

        assertThat(responder.journal().ofOperation(done.id()))
                .extracting(record -> record.entry().received())
                .anyMatch(text -> text.contains("\"type\":\"clock\"") && text.contains("PT2M"));
    }

    /** Two of the lab's machines are switched off: the gate names them, and waits for no others. */
    @Test
    void severRotatesBothOfAPairOnceTheNodesThatAreAwayAreBanned() {
        Set<String> before = Set.of(active(A), active(B));
        assertThat(before).hasSize(2);
        try (Responder patient =
                new Responder(
                        LocalStore.inMemory(InstantSource.system()),
                        new Pace(Backoff.USUAL, List.of(), Duration.ofSeconds(15)),
                        journal -> journal)) {
            patient.connect(LabContainmentTest.profile(A, lab.acme().unixTarget()));
            patient.connect(LabContainmentTest.profile(B, lab.second().orElseThrow().unixTarget()));
            ContainmentPlan plan = patient.plan(Responder.identity(AGENT), Strength.SEVER);
            assertThat(plan.steps())
                    .extracting(PlannedStep::lever)
                    .containsExactly(Lever.DELETE_ENTRIES, Lever.ROTATE_X509, Lever.ROTATE_JWT);
            assertThat(plan.steps().get(1).connections()).containsExactly(A, B);

            ContainmentState closed = patient.run(plan);

            StepReport rotation = closed.steps().get(1);
            assertThat(rotation.failure().orElseThrow().reason()).isEqualTo(Reason.GATE_CLOSED);
            assertThat(rotation.items()).hasSize(2);
            rotation.items()
                    .forEach(item ->
                            Outcomes.value(
                                    patient.server(A).nodes().ban(SpiffeId.parse(item.key()))));

            ContainmentState done = patient.resume(plan.id());

            assertThat(done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
            assertThat(Outcomes.value(patient.server(A).bundles().own()).x509Authorities())
                    .extracting(TrustBundle.X509Authority::subjectKeyId)
                    .doesNotContainAnyElementsOf(before);
        }
    }

    private String active(String connection) {
        return Outcomes.value(responder.server(connection).authorities().slots(Kind.X509))
                .active()
                .orElseThrow()
                .authorityId();
    }
}
