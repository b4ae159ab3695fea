package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.ServerEstate;
import dev.curfew.localstore.LocalStore;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.timing.LearnedTimings;
import dev.curfew.timing.TimingProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a real server shows of its timings. */
@NeedsSpire
class RealSpireTimingsTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.now());

    private static Map<Timing, TimingValue> probe(Console console, LocalStore store) {
        return Outcomes.value(
                new TimingProbe(console.estates(), store.journal(), CLOCK)
                        .ask(Console.NAME, "tester"));
    }

    @Test
    void aProbeFindsTheDefaultsTheAuthorityItsLifeAndTheJournalNotesIt() {
        try (RealSpire spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
                Console console = Console.live();
                LocalStore store = LocalStore.inMemory(CLOCK)) {
            spire.startAgent("one");
            ServerEstate server = console.connect(spire.localProfile(Console.NAME));

            assertThat(probe(console, store))
                    .containsOnly(
                            Map.entry(
                                    Timing.DEFAULT_X509_TTL,
                                    TimingValue.learned(Duration.ofHours(1), CLOCK.instant())),
                            Map.entry(
                                    Timing.DEFAULT_JWT_TTL,
                                    TimingValue.learned(Duration.ofMinutes(5), CLOCK.instant())));

            LearnedTimings seen = LearnedTimings.of(server);
            assertThat(seen.values()).containsOnlyKeys(Timing.CA_TTL);
            assertThat(seen.over(ServerTimings.SPIRE_DEFAULTS).caTtl())
                    .isEqualTo(Duration.ofHours(24));
            assertThat(seen.nodesAtLeast().orElseThrow())
                    .isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
            List<JournalEntry> notes =
                    store.journal().newestBefore(Long.MAX_VALUE, 10).stream()
                            .map(JournalRecord::entry)
                            .toList();
            assertThat(notes)
                    .hasSize(2)
                    .allMatch(note -> note.phase() == JournalEntry.Phase.NOTE)
                    .allMatch(note -> note.operator().equals("tester"));
            assertThat(notes.getFirst().received())
                    .isEqualTo("learned default_x509_ttl 1 h default_jwt_ttl 5 m");
        }
    }

    @Test
    void whatItsAuthorityCutShortTellsNothing() {
        try (RealSpire spire =
                        RealSpire.builder(Binaries.find().orElseThrow())
                                .caTtl(Duration.ofMinutes(4))
                                .start();
                Console console = Console.live();
                LocalStore store = LocalStore.inMemory(CLOCK)) {
            ServerEstate server = console.connect(spire.localProfile(Console.NAME));

            assertThat(probe(console, store)).isEmpty();
            assertThat(LearnedTimings.of(server).over(ServerTimings.SPIRE_DEFAULTS).caTtl())
                    .isEqualTo(Duration.ofMinutes(4));
        }
    }
}
