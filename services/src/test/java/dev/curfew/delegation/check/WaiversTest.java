package dev.curfew.delegation.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.delegation.Given;
import dev.curfew.evidence.ChainedJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Preferences;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final Instant NOW = Instant.parse("2026-10-02T14:00:00Z");

    private final Map<String, String> kept = new HashMap<>();
    private final Preferences preferences =
            new Preferences() {
                @Override
                public Optional<String> get(String key) {
                    return Optional.ofNullable(kept.get(key));
                }

                @Override
                public void put(String key, String value) {
                    kept.put(key, value);
                }
            };
    private final ChainedJournal journal = new ChainedJournal();
    private final Waivers waivers = new Waivers(preferences, journal);

    private static DelegationFinding finding(String grant) {
        return new DelegationFinding(
                CheckId.D14,
                Severity.CRITICAL,
                Given.agent("a"),
                List.of(grant),
                new Evidence("cycle", List.of()));
    }

    private static String key(String grant) {
        return "D14 spiffe://acme.test/agent/a " + grant;
    }

    private static Waiver waiver(String grant, int seconds) {
        return new Waiver(
                key(grant), "known, \"planned\"", "oncall", NOW, NOW.plusSeconds(seconds));
    }

    private void waive(String grant, int seconds) {
        waivers.add(finding(grant), "known, \"planned\" ", "oncall", NOW, NOW.plusSeconds(seconds));
    }

    private List<JournalEntry> journaled() {
        return journal.newestBefore(Long.MAX_VALUE, 100).reversed().stream()
                .map(JournalRecord::entry)
                .toList();
    }

    @Test
    void holdsUntilItsEndAndOverARestart() {
        waive("a", 60);
        Waivers restarted = new Waivers(preferences, journal);
        assertThat(restarted.inForce(NOW.plusSeconds(59))).containsEntry(key("a"), waiver("a", 60));
        assertThat(restarted.inForce(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void aLaterOneTakesThePlaceOfTheFirst() {
        waive("a", 60);
        waive("a", 3600);
        assertThat(waivers.inForce(NOW)).containsOnly(Map.entry(key("a"), waiver("a", 3600)));
    }

    @Test
    void canBeTakenBack() {
        waive("a", 60);
        waive("b", 60);
        waivers.end(finding("a"), "", "oncall");
        assertThat(waivers.inForce(NOW)).containsOnlyKeys(key("b"));
    }

    @Test
    void eachIsJournaledWithWhoAndWhy() {
        waive("a", 60);
        waivers.end(finding("a"), " fixed now", "second");
        waivers.end(finding("a"), "again", "second");
        List<JournalEntry> entries = journaled();
        assertThat(entries)
                .extracting(
                        JournalEntry::phase,
                        JournalEntry::action,
                        JournalEntry::operator,
                        JournalEntry::subject,
                        JournalEntry::reason)
                .containsExactly(
                        tuple(
                                Phase.NOTE,
                                "waive",
                                "oncall",
                                "D14 spiffe://acme.test/agent/a",
                                "known, \"planned\""),
                        tuple(
                                Phase.NOTE,
                                "end-waiver",
                                "second",
                                "D14 spiffe://acme.test/agent/a",
                                "fixed now"));
        assertThat(entries.getFirst().sent())
                .isEqualTo(
                        "{\"finding\":\"D14 spiffe://acme.test/agent/a a\",\"check\":\"D14\","
                                + "\"severity\":\"critical\",\"until\":\"2026-10-02T14:01:00Z\"}");
        assertThat(entries.getLast().sent())
                .contains("\"waived_by\":\"oncall\"", "\"until_before\":\"2026-10-02T14:01:00Z\"");
    }

    @Test
    void whatCanNotBeReadHidesNothing() {
        kept.put("delegation.waivers", "[{\"key\":\"a\",\"at\":\"soon\"}]");
        assertThat(waivers.inForce(NOW)).isEmpty();
    }
}
