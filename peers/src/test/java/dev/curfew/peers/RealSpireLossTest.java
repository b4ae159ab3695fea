package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.ACCEPTED;
import static dev.curfew.containment.ItemReport.State.NOT_SENT;
import static dev.curfew.containment.ItemReport.State.UNKNOWN;
import static dev.curfew.peers.Outcomes.value;
import static dev.curfew.peers.Outcomes.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Runner;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry.Phase;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real server that dies in the middle of something. */
@NeedsSpire
class RealSpireLossTest {
    /** More than the first page and those that are on their way when it has come. */
    private static final int ENTRIES = 7_600;

    private RealSpire spire;
    private Console console;

    @BeforeEach
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).keepsKeys().start();
        console = Console.live();
        console.connect(spire.localProfile(Console.NAME));
    }

    @AfterEach
    void stop() {
        console.close();
        spire.close();
    }

    private List<RegistrationEntry> fill(int entries) {
        return values(
                console.server()
                        .entries()
                        .create(
                                IntStream.range(0, entries)
                                        .mapToObj(i -> EntryClientContract.draft("/many/" + i))
                                        .toList()));
    }

    @Test
    void whatWasReadUntilTheServerDiedStandsAsPartial() {
        endsInTheMiddleOfAScan(spire::kill);
    }

    @Test
    void whatWasReadUntilTheServerWasStoppedStandsAsPartial() {
        endsInTheMiddleOfAScan(spire::stop);
    }

    private void endsInTheMiddleOfAScan(Runnable end) {
        fill(ENTRIES);
        AtomicBoolean killed = new AtomicBoolean();
        try (Console second = Console.live()) {
            // The listener is heard by the reading thread itself: the scan waits for the kill.
            second.estates()
                    .subscribe(estate -> {
                        boolean firstPage =
                                estate.servers().stream()
                                        .anyMatch(s -> !s.entries().value().entries().isEmpty());
                        if (firstPage && killed.compareAndSet(false, true)) {
                            end.run();
                        }
                    });

            ServerEstate estate = second.connect(spire.localProfile(Console.NAME));

            Reading<?> entries = estate.entries();
            assertThat(entries.state()).isEqualTo(Reading.State.PARTIAL);
            Failure why = entries.failure().orElseThrow();
            assertThat(why.reason()).isEqualTo(Reason.LOST_MID_SCAN);
            assertThat(why.subject()).isEqualTo("entries");
            int read = estate.entries().value().entries().size();
            // The next pages were under way already.
            assertThat(read).isIn(500, 1_500, 3_500, 7_500);
            assertThat(why.detail()).startsWith("after " + read + " rows: ");
            assertThat(estate.link()).isInstanceOf(Link.Down.class);

            spire.restart();
            ServerEstate again = second.connect(spire.localProfile(Console.NAME));
            assertThat(again.entries().state()).isEqualTo(Reading.State.COMPLETE);
            assertThat(again.entries().value().entries()).hasSize(ENTRIES);
        }
    }

    @Test
    void aServerThatIsBackIsReachedAtTheFirstTryHoweverLongItWasAway() {
        String id = fill(1).getFirst().id();
        spire.kill();
        for (int i = 0; i < 8; i++) {
            // Each failed attempt makes the channel wait longer before the next.
            console.estates().rereadEntries(Console.NAME, List.of(id));
        }
        assertThat(console.estate().link()).isInstanceOf(Link.Down.class);

        spire.restart();

        assertThat(value(console.server().entries().get(id)).id()).isEqualTo(id);
    }

    @Test
    void aServerThatDiesBetweenBatchesLeavesEveryItemWithWhatIsKnownOfIt() {
        List<RegistrationEntry> seen = fill(600);
        console.connect(spire.localProfile(Console.NAME));
        Change tighten =
                new Change.Tighten(seen, Optional.of(60), Optional.empty(), Optional.empty());

        ChangeReport report =
                console.run(
                        console.plan(tighten),
                        new Runner.Progress() {
                            private boolean first = true;

                            @Override
                            public void items(List<ItemReport> items) {
                                if (first) {
                                    first = false;
                                    spire.kill();
                                }
                            }
                        });

        assertThat(Console.states(report).subList(0, 200)).containsOnly(ACCEPTED);
        assertThat(Console.states(report).subList(200, 400)).containsOnly(UNKNOWN);
        assertThat(Console.states(report).subList(400, 600)).containsOnly(NOT_SENT);
        assertThat(console.journal(report))
                .containsExactly(
                        Phase.PLANNED,
                        Phase.SENDING,
                        Phase.ACCEPTED,
                        Phase.SENDING,
                        Phase.FAILED,
                        Phase.ABORTED);

        spire.restart();
        console.estates()
                .rereadEntries(Console.NAME, seen.stream().map(RegistrationEntry::id).toList());
        List<RegistrationEntry> now = console.estate().entries().value().entries();
        assertThat(now.subList(0, 200)).allMatch(entry -> entry.x509TtlSeconds() == 60);
        assertThat(now.subList(200, 600)).isEqualTo(seen.subList(200, 600));
    }

    @Test
    void aServerThatDiesInTheMiddleOfABatchMakesItsItemsUnknownAndReadingBackSettlesThem()
            throws Exception {
        List<RegistrationEntry> seen = fill(200);
        console.connect(spire.localProfile(Console.NAME));
        RegistrationEntry first = seen.getFirst();
        Thread killer =
                Thread.startVirtualThread(() -> {
                    try (Console watcher = Console.live()) {
                        watcher.connect(spire.localProfile(Console.NAME));
                        Waiting.until(
                                java.time.Duration.ofSeconds(30),
                                () ->
                                        watcher.server().entries().get(first.id())
                                                        instanceof
                                                        dev.curfew.outcome.Outcome.Ok<
                                                                RegistrationEntry>(var entry)
                                                && entry.x509TtlSeconds() == 60);
                        spire.kill();
                    }
                });

        ChangeReport report =
                console.run(
                        new Change.Tighten(
                                seen, Optional.of(60), Optional.empty(), Optional.empty()));
        killer.join();

        // Whoever was quicker: no item is said to be what nobody has seen.
        assertThat(Console.states(report)).doesNotContain(NOT_SENT, ItemReport.State.FAILED);
        spire.restart();
        console.estates()
                .rereadEntries(Console.NAME, seen.stream().map(RegistrationEntry::id).toList());
        assertThat(console.estate().entries().value().entries())
                .hasSize(200)
                .anyMatch(entry -> entry.x509TtlSeconds() == 60)
                .allMatch(entry -> entry.x509TtlSeconds() == 60 || entry.revision() == 0);
    }
}
