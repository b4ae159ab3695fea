package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.localstore.LocalStore;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry.Phase;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The changes of one server, which do not wait for each other, but all of them for the plan. */
class LabStepsSideBySideTest {
    private static final String ACME = "acme";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

    private Lab lab;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start();
    }

    @AfterEach
    void stop() {
        lab.close();
    }

    @Test
    void theNodeIsBannedWhileTheDeletionHangs() {
        try (Responder responder = responder(journal -> journal)) {
            ContainmentPlan plan = plan(responder);
            PlannedStep deletion = step(plan, Lever.DELETE_ENTRIES);
            PlannedStep ban = step(plan, Lever.BAN_NODE);
            AtomicBoolean bannedMeanwhile = new AtomicBoolean();
            lab.acme().faults().hang("BatchDeleteEntry");

            ContainmentState done =
                    responder.run(
                            plan,
                            new RunControl(),
                            state -> {
                                if (state.step(ban).state() == StepState.CONFIRMED
                                        && state.step(deletion).state() == StepState.SENT) {
                                    bannedMeanwhile.set(true);
                                    lab.acme().faults().stopHanging();
                                }
                            });

            assertThat(bannedMeanwhile).isTrue();
            assertThat(done.steps())
                    .extracting(StepReport::state)
                    .containsOnly(StepState.CONFIRMED);
        }
    }

    @Test
    void noneSendsAnythingWhenThePlanCouldNotBeWritten() {
        try (Responder responder =
                responder(journal -> new FullDisk(journal, e -> e.phase() == Phase.PLANNED))) {
            List<RegistrationEntry> before = responder.entries(ACME, "/agent/web-researcher");
            ContainmentPlan plan = plan(responder);

            assertThatThrownBy(() -> responder.run(plan)).isInstanceOf(FullDisk.Full.class);

            assertThat(before).isNotEmpty();
            before.forEach(e -> assertThat(responder.onServer(ACME, e.id())).contains(e));
            assertThat(Outcomes.value(responder.server(ACME).nodes().get(node(plan).id())).banned())
                    .isFalse();
        }
    }

    private Responder responder(UnaryOperator<AuditJournal> journal) {
        Responder responder =
                new Responder(
                        LocalStore.inMemory(InstantSource.system()), Responder.QUICK, journal);
        responder.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
        return responder;
    }

    private static ContainmentPlan plan(Responder responder) {
        return Outcomes.value(
                responder.plan(
                        Responder.identity(AGENT), Strength.CONTAIN, Options.USUAL.withBan(true)));
    }

    private static PlannedStep step(ContainmentPlan plan, Lever lever) {
        return plan.steps().stream()
                .filter(step -> step.lever() == lever)
                .findFirst()
                .orElseThrow();
    }

    private static Node node(ContainmentPlan plan) {
        return plan.scope().parts().getFirst().servedBy().getFirst();
    }
}
