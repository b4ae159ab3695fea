package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.localstore.LocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A containment whose process dies between any two records of its journal. */
class LabKilledContainmentTest {
    private static final String ACME = "acme";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> itIsGoneOnWithWhereverItWasKilled() throws IOException {
        int records = recordsOfAWholeRun();
        assertThat(records).isGreaterThan(12);
        return IntStream.range(1, records)
                .mapToObj(n ->
                        DynamicTest.dynamicTest("after " + n + " records", () -> killedAfter(n)));
    }

    private int recordsOfAWholeRun() throws IOException {
        try (Lab lab = Lab.start();
                Responder responder = responder("whole.db", Integer.MAX_VALUE)) {
            connect(responder, lab);
            ContainmentState done = responder.run(plan(responder));
            assertThat(done.succeeded()).isTrue();
            return (int) (long) Outcomes.value(responder.journal().verify());
        }
    }

    private void killedAfter(int records) throws IOException {
        String file = records + ".db";
        try (Lab lab = Lab.start()) {
            String id;
            List<RegistrationEntry> before;
            try (Responder dying = responder(file, records)) {
                connect(dying, lab);
                before = dying.entries(ACME, "/agent/web-researcher");
                ContainmentPlan plan = plan(dying);
                id = plan.id();
                assertThat(catchThrowable(() -> dying.run(plan)))
                        .isInstanceOf(DyingJournal.Killed.class);
            }
            try (Responder next = responder(file, Integer.MAX_VALUE)) {
                connect(next, lab);
                assertThat(next.history(id).phase()).isEqualTo(Phase.CUT_OFF);

                ContainmentState done = next.resume(id);

                assertThat(done.steps()).allMatch(step -> step.state() == StepState.CONFIRMED);
                before.forEach(e -> assertThat(next.onServer(ACME, e.id())).isEmpty());
                assertThat(next.history(id).phase()).isEqualTo(Phase.ENDED);
                assertThat(next.journal().unfinishedOperations()).isEmpty();
                ContainmentState restored = next.run(next.restorePlan(done));
                assertThat(restored.succeeded()).isTrue();
                before.forEach(e ->
                        assertThat(next.onServer(ACME, e.id()))
                                .map(RegistrationEntry::toDraft)
                                .contains(e.toDraft()));
            }
        }
    }

    private Responder responder(String file, int records) {
        return new Responder(
                LocalStore.open(folder.resolve(file), CLOCK).store(),
                Responder.QUICK,
                journal -> new DyingJournal(journal, records));
    }

    private static void connect(Responder responder, Lab lab) {
        responder.connect(LabContainmentTest.profile(ACME, lab.acme().unixTarget()));
    }

    private static ContainmentPlan plan(Responder responder) {
        return Outcomes.value(
                responder.plan(
                        Responder.identity(AGENT), Strength.CONTAIN, Options.USUAL.withBan(true)));
    }
}
