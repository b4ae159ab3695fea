package dev.curfew.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealingTest {
    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.123456789Z"));

    @TempDir Path folder;
    private final ChainedJournal journal = new ChainedJournal();
    private final MemoryCheckpoints checkpoints = new MemoryCheckpoints();

    private Outcome<Checkpoint> seal(SigningKey key) {
        return new Sealing(journal, checkpoints, CLOCK).seal(key);
    }

    private SigningKey key(String name) {
        return TestKeys.make(folder.resolve(name));
    }

    private void note(String subject) {
        journal.append(
                new JournalEntry("", 0, Phase.NOTE, "olga", "lab", "arm", subject, "", "", "", ""));
    }

    @Test
    void sealsTheLastRecordToTheMicrosecond() {
        SigningKey key = key("a.p12");
        note("one");
        note("two");
        Checkpoint made = ((Outcome.Ok<Checkpoint>) seal(key)).value();
        JournalRecord last = journal.newestBefore(3, 1).getFirst();
        assertThat(made.number()).isEqualTo(2);
        assertThat(made.hash()).isEqualTo(last.hash());
        assertThat(made.at()).isEqualTo(Instant.parse("2026-11-22T12:00:00.123456Z"));
        assertThat(made.key()).isEqualTo(key.publicKey());
        assertThat(made.holds()).isTrue();
        assertThat(checkpoints.all()).containsExactly(made);
    }

    @Test
    void aRecordIsSealedOnceByEachKey() {
        SigningKey first = key("a.p12");
        SigningKey second = key("b.p12");
        note("one");
        Outcome<Checkpoint> made = seal(first);
        assertThat(seal(first)).isEqualTo(made);
        assertThat(checkpoints.all()).hasSize(1);
        assertThat(seal(second)).isNotEqualTo(made);
        note("two");
        assertThat(seal(first)).isNotEqualTo(made);
        assertThat(checkpoints.all()).extracting(Checkpoint::number).containsExactly(1L, 1L, 2L);
    }

    @Test
    void anEmptyJournalHasNothingToSeal() {
        assertThat(seal(key("a.p12")))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_INPUT,
                                "the journal",
                                "There is no record to be sealed yet"));
    }

    @Test
    void whatDoesNotHoldIsNotSealed() {
        note("one");
        note("two");
        JournalRecord one = journal.newestBefore(2, 1).getFirst();
        JournalRecord two = journal.newestBefore(3, 1).getFirst();
        journal.tamper(
                1, new JournalRecord(1, one.at(), two.entry(), one.previousHash(), one.hash()));
        assertThat(seal(key("a.p12")))
                .isEqualTo(Outcome.failed(Reason.JOURNAL_BROKEN, "memory", "Record 1 was changed"));
        assertThat(checkpoints.all()).isEmpty();
    }
}
