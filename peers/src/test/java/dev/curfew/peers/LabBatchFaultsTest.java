package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static dev.curfew.containment.ItemReport.State.FAILED;
import static dev.curfew.containment.ItemReport.State.NOT_SENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Runner;
import dev.curfew.estate.LiveConnector;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.fault.Faults;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.wire.spire.types.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run makes of a server that misbehaves while it is written to. */
class LabBatchFaultsTest {
    private LabPeer peer;
    private Faults faults;
    private Console console;

    @BeforeEach
    void start() {
        peer = new LabPeer();
        peer.server().load(IntStream.range(0, 450).mapToObj(LabBatchFaultsTest::row));
        faults = peer.server().faults();
        console = Console.live();
        connect();
    }

    @AfterEach
    void stop() {
        console.close();
        peer.close();
    }

    private void connect() {
        console.connect(ConnectionProfile.local(Console.NAME, peer.socket().path()));
    }

    /** With a deadline that a test can wait for. */
    private void becomeHasty() {
        console.close();
        console = new Console(new LiveConnector(Outcomes.NO_SECRETS, Duration.ofSeconds(3)));
        connect();
    }

    private static Entry row(int i) {
        return Wire.entry("/row/" + i, "unix:uid:1").setId("row-" + i).setX509SvidTtl(600).build();
    }

    private List<RegistrationEntry> seen() {
        return List.copyOf(console.estate().entries().value().entries());
    }

    private static Change.Tighten toAMinute(List<RegistrationEntry> seen) {
        return new Change.Tighten(seen, Optional.of(60), Optional.empty(), Optional.empty());
    }

    /** Does something after the first batch was answered. */
    private static Runner.Progress afterTheFirstBatch(Runnable work) {
        return new Runner.Progress() {
            private boolean done;

            @Override
            public void items(List<ItemReport> items) {
                if (!done) {
                    done = true;
                    work.run();
                }
            }
        };
    }

    @Test
    void aBatchThatIsLostOnTheWayIsReadBackAndTheRestIsNotSent() {
        List<RegistrationEntry> seen = seen();

        ChangeReport report =
                console.run(
                        console.plan(toAMinute(seen)),
                        afterTheFirstBatch(() -> faults.cutConnectionsAfter(0)));

        List<ItemReport.State> states = Console.states(report);
        assertThat(states.subList(0, 200)).containsOnly(CONFIRMED);
        assertThat(states.subList(200, 400)).containsOnly(FAILED);
        assertThat(states.subList(400, 450)).containsOnly(NOT_SENT);
        assertThat(report.items().get(200).failure())
                .contains(
                        new Failure(
                                Reason.LOST_MID_BATCH,
                                "spiffe://acme.test/row/200",
                                "it is as it was before"));
        assertThat(console.journal(report))
                .containsExactly(
                        Phase.PLANNED,
                        Phase.SENDING,
                        Phase.ACCEPTED,
                        Phase.SENDING,
                        Phase.FAILED,
                        Phase.CONFIRMED,
                        Phase.ABORTED);
        assertThat(console.estate().entries().value().entries().subList(0, 200))
                .allMatch(entry -> entry.x509TtlSeconds() == 60 && entry.revision() == 1);
        assertThat(console.estate().entries().value().entries().subList(200, 450))
                .isEqualTo(seen.subList(200, 450));
    }

    @Test
    void whatWasLeftCanBeDoneByANewPlan() {
        console.run(
                console.plan(toAMinute(seen())),
                afterTheFirstBatch(() -> faults.cutConnectionsAfter(0)));
        List<RegistrationEntry> left =
                seen().stream().filter(entry -> entry.x509TtlSeconds() != 60).toList();

        ChangeReport rest = console.run(toAMinute(left));

        assertThat(left).hasSize(250);
        assertThat(Console.states(rest)).hasSize(250).containsOnly(CONFIRMED);
        assertThat(seen()).allMatch(entry -> entry.x509TtlSeconds() == 60);
    }

    @Test
    void undoTakesBackOnlyWhatWasDone() {
        List<RegistrationEntry> seen = seen();
        ChangeReport report =
                console.run(
                        console.plan(toAMinute(seen)),
                        afterTheFirstBatch(() -> faults.cutConnectionsAfter(0)));

        ChangeReport undone = console.undo(report);

        assertThat(Console.states(undone)).hasSize(200).containsOnly(CONFIRMED);
        assertThat(seen()).extracting(RegistrationEntry::x509TtlSeconds).containsOnly(600);
    }

    @Test
    void aCallThatIsNeverAnsweredIsNotSentAgain() {
        becomeHasty();
        faults.hang("BatchUpdateEntry");

        ChangeReport report = console.run(toAMinute(seen().subList(0, 3)));

        assertThat(faults.hangingCalls()).isLessThanOrEqualTo(1);
        assertThat(Console.states(report)).containsOnly(FAILED);
        assertThat(report.items().getFirst().failure().map(Failure::reason))
                .contains(Reason.LOST_MID_BATCH);
        assertThat(console.journal(report))
                .containsExactly(Phase.PLANNED, Phase.SENDING, Phase.FAILED, Phase.ABORTED);
    }

    @Test
    void aServerThatCanNotEvenBeReadBackLeavesItsItemsUnknown() {
        becomeHasty();

        ChangeReport report =
                console.run(
                        console.plan(toAMinute(seen())), afterTheFirstBatch(() -> faults.hang()));

        List<ItemReport.State> states = Console.states(report);
        assertThat(states.subList(0, 200)).containsOnly(ItemReport.State.ACCEPTED);
        assertThat(states.subList(200, 400)).containsOnly(ItemReport.State.UNKNOWN);
        assertThat(states.subList(400, 450)).containsOnly(NOT_SENT);
    }

    @Test
    void aStoppedRunLeavesTheRestUnsent() {
        boolean[] stop = new boolean[1];

        ChangeReport report =
                console.run(
                        console.plan(toAMinute(seen())),
                        new Runner.Progress() {
                            @Override
                            public void items(List<ItemReport> items) {
                                stop[0] = true;
                            }

                            @Override
                            public boolean isCancelled() {
                                return stop[0];
                            }
                        });

        assertThat(Console.states(report).subList(0, 200)).containsOnly(CONFIRMED);
        assertThat(Console.states(report).subList(200, 450)).containsOnly(NOT_SENT);
        assertThat(console.journal(report))
                .containsExactly(
                        Phase.PLANNED,
                        Phase.SENDING,
                        Phase.ACCEPTED,
                        Phase.CONFIRMED,
                        Phase.ABORTED);
    }

    @Test
    void aPlanRunsOnlyOnce() {
        var plan = console.plan(toAMinute(seen().subList(0, 1)));
        console.run(plan, items -> {});

        ChangeReport again = console.run(plan, items -> {});

        assertThat(again.refused().map(Failure::reason)).contains(Reason.NOT_CONFIRMED);
        assertThat(seen().getFirst().revision()).isEqualTo(1);
    }
}
