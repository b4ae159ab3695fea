package dev.curfew.localstore.journal;

import static dev.curfew.localstore.Fixtures.entry;
import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.ChainLink;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.RecordHash;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest {
    private static final String ZEROS = "0".repeat(64);

    private final LocalStore store = LocalStore.inMemory(Fixtures.CLOCK);
    private final AuditJournal journal = store.journal();

    @TempDir Path folder;

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesNumberTimeAndAHashThatContinuesTheOneBefore() {
        JournalRecord first = journal.append(entry("op", 0, Phase.PLANNED));
        JournalRecord second = journal.append(entry("op", 1, Phase.SENDING));

        // Computed by another program over the documented encoding: it may never change.
        assertThat(first)
                .isEqualTo(
                        new JournalRecord(
                                1,
                                Fixtures.NOW,
                                entry("op", 0, Phase.PLANNED),
                                ZEROS,
                                "cceb7c61b686f1b9368dd37a0dbf1acfd126178110af5536795d14e410ca8633"));
        assertThat(second)
                .isEqualTo(
                        new JournalRecord(
                                2,
                                Fixtures.NOW,
                                entry("op", 1, Phase.SENDING),
                                first.hash(),
                                second.hash()));
        assertThat(second.hash()).matches("[0-9a-f]{64}").isNotEqualTo(first.hash());
        assertThat(journal.verify()).isEqualTo(Outcome.ok(2L));
    }

    @Test
    void anEmptyJournalHolds() {
        assertThat(journal.verify()).isEqualTo(Outcome.ok(0L));
        assertThat(journal.newestBefore(Long.MAX_VALUE, 10)).isEmpty();
        assertThat(journal.unfinishedOperations()).isEmpty();
    }

    @Test
    void everyPhaseCanBeJournaledAndReadBack() {
        List<JournalRecord> written = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            written.add(journal.append(entry("op", phase.ordinal(), phase)));
        }
        assertThat(journal.ofOperation("op")).isEqualTo(written);
        assertThat(journal.verify()).isEqualTo(Outcome.ok((long) written.size()));
    }

    @Test
    void knowsWhichOperationsItHasRecordsOf() {
        assertThat(journal.hasOperation("op")).isFalse();

        journal.append(entry("op", 0, Phase.PLANNED));

        assertThat(journal.hasOperation("op")).isTrue();
        assertThat(journal.hasOperation("o")).isFalse();
        assertThat(journal.hasOperation("op/1")).isFalse();
    }

    @Test
    void pagesBackwardsWithoutOverlap() {
        for (int i = 1; i <= 7; i++) {
            journal.append(note("n" + i));
        }
        assertThat(journal.newestBefore(Long.MAX_VALUE, 3))
                .extracting(JournalRecord::number)
                .containsExactly(7L, 6L, 5L);
        assertThat(journal.newestBefore(5, 3))
                .extracting(r -> r.entry().subject())
                .containsExactly("n4", "n3", "n2");
        assertThat(journal.newestBefore(2, 3))
                .extracting(JournalRecord::number)
                .containsExactly(1L);
        assertThat(journal.newestBefore(1, 3)).isEmpty();
        assertThat(journal.newestBefore(5, 0)).isEmpty();
        assertThat(journal.newestBefore(5, -1)).isEmpty();
    }

    @Test
    void anOperationIsUnfinishedFromPlannedUntilFinishedOrAborted() {
        journal.append(entry("late", 0, Phase.PLANNED));
        journal.append(entry("done", 0, Phase.PLANNED));
        journal.append(entry("early", 0, Phase.PLANNED));
        journal.append(entry("late", 1, Phase.SENDING));
        journal.append(entry("late", 1, Phase.FAILED));
        journal.append(entry("done", 0, Phase.FINISHED));
        journal.append(entry("stopped", 0, Phase.PLANNED));
        journal.append(entry("stopped", 0, Phase.ABORTED));
        journal.append(entry("never planned", 0, Phase.NOTE));

        assertThat(journal.unfinishedOperations()).containsExactly("late", "early");
    }

    @Test
    void anOperationIsReadWithAllThatIsBelowItAndNothingBeside() {
        List<String> ids =
                List.of(
                        "c-1", "c-1/1", "c-10", "c-1/2", "c-1.x", "c-1/2/1", "c-2", "c-1/", "c-1",
                        "");
        for (String id : ids) {
            journal.append(entry(id, 0, Phase.NOTE));
        }
        assertThat(journal.ofOperationAndBelow("c-1"))
                .extracting(r -> r.entry().operationId())
                .containsExactly("c-1", "c-1/1", "c-1/2", "c-1/2/1", "c-1/", "c-1");
        assertThat(journal.ofOperationAndBelow("c-10")).hasSize(1);
        assertThat(journal.ofOperationAndBelow("c")).isEmpty();
        assertThat(journal.ofOperationAndBelow("%")).isEmpty();
    }

    @Test
    void theChainIsNumbersAndHashes() {
        List<JournalRecord> records = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            records.add(journal.append(note("n" + i)));
        }
        assertThat(journal.chain(2, 4))
                .containsExactly(
                        new ChainLink(2, records.get(1).hash()),
                        new ChainLink(3, records.get(2).hash()),
                        new ChainLink(4, records.get(3).hash()));
        assertThat(journal.chain(4, 9)).hasSize(2);
        assertThat(journal.chain(6, 9)).isEmpty();
        assertThat(RecordHash.of(records.get(2))).isEqualTo(records.get(2).hash());
    }

    @Test
    void hostileTextComesBackAsItWasAndHalfACharacterAsAQuestionMark() {
        String hostile = "a\0b\r\n\u202e'\";-- 🦊 \uffff";
        JournalRecord record = journal.append(note(hostile));
        JournalRecord cut = journal.append(note("half of a fox \ud83e"));

        assertThat(record.entry().subject()).isEqualTo(hostile);
        assertThat(cut.entry().subject()).isEqualTo("half of a fox ?");
        assertThat(journal.newestBefore(3, 2)).containsExactly(cut, record);
        assertThat(journal.verify()).isEqualTo(Outcome.ok(2L));
    }

    @Test
    void timesAreKeptToTheMicrosecondAlsoBefore1970() {
        Path file = folder.resolve("store.db");
        for (String time :
                List.of("2026-01-01T00:00:00.123456789Z", "1969-12-31T23:59:59.999999Z")) {
            Instant at = Instant.parse(time);
            try (LocalStore kept = LocalStore.open(file, () -> at).store()) {
                kept.journal().append(note(time));
            }
        }
        try (LocalStore kept = Fixtures.open(file)) {
            assertThat(kept.journal().newestBefore(3, 2))
                    .extracting(JournalRecord::at)
                    .containsExactly(
                            Instant.parse("1969-12-31T23:59:59.999999Z"),
                            Instant.parse("2026-01-01T00:00:00.123456Z"));
            assertThat(kept.journal().verify()).isEqualTo(Outcome.ok(2L));
        }
    }

    @Test
    void largePayloadsAreKeptWhole() {
        String large = "{\"rows\":\"" + "x".repeat(3_000_000) + "\"}";
        JournalEntry sent =
                new JournalEntry("op", 1, Phase.SENDING, "", "", "", "", "", "", large, large);
        journal.append(sent);
        assertThat(journal.ofOperation("op").getFirst().entry()).isEqualTo(sent);
    }
}
