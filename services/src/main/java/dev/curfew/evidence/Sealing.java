package dev.curfew.evidence;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.Checkpoints;
import dev.curfew.store.JournalRecord;
import java.time.InstantSource;
import java.util.List;

/** Seals the journal. Any thread; blocks. */
public final class Sealing {
    private final AuditJournal journal;
    private final Checkpoints checkpoints;
    private final InstantSource clock;

    public Sealing(AuditJournal journal, Checkpoints checkpoints, InstantSource clock) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.clock = clock;
    }

    /**
     * Checks the whole journal and seals it up to its last record. A record that this key has
     * sealed already keeps that checkpoint.
     *
     * @return {@link Reason#JOURNAL_BROKEN}: what does not hold is not sealed; {@link
     *     Reason#INVALID_INPUT} for a journal without any record
     */
    public Outcome<Checkpoint> seal(SigningKey key) {
        return journal.verify().then(count -> seal(key, count));
    }

    private Outcome<Checkpoint> seal(SigningKey key, long count) {
        // The record that was checked last, not one that came meanwhile.
        List<JournalRecord> last = journal.newestBefore(count + 1, 1);
        if (last.isEmpty()) {
            return Outcome.failed(
                    Reason.INVALID_INPUT, "the journal", "There is no record to be sealed yet");
        }
        JournalRecord record = last.getFirst();
        return Outcome.ok(
                checkpoints.all().stream()
                        .filter(kept -> kept.number() == record.number())
                        .filter(kept -> kept.key().equals(key.publicKey()))
                        .findFirst()
                        .orElseGet(() -> fresh(key, record)));
    }

    private Checkpoint fresh(SigningKey key, JournalRecord record) {
        Checkpoint checkpoint = key.seal(record.number(), record.hash(), clock.instant());
        checkpoints.save(checkpoint);
        return checkpoint;
    }
}
