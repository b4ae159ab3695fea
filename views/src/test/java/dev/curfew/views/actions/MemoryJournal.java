package dev.curfew.views.actions;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A journal without a file. */
public final class MemoryJournal implements AuditJournal {
    private final List<JournalRecord> records = new ArrayList<>();
    private final InstantSource clock;

    /** Hears that a run has ended, before anyone looks again. */
    volatile Runnable onEnd = () -> {};

    public MemoryJournal() {
        this(() -> Instant.EPOCH);
    }

    public MemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized JournalRecord append(JournalEntry entry) {
        JournalRecord record =
                new JournalRecord(records.size() + 1L, clock.instant(), entry, "", "");
        records.add(record);
        if (entry.phase() == Phase.FINISHED) {
            onEnd.run();
        }
        return record;
    }

    public synchronized List<JournalEntry> entries() {
        return records.stream().map(JournalRecord::entry).toList();
    }

    List<Phase> phases() {
        return entries().stream().map(JournalEntry::phase).toList();
    }

    @Override
    public synchronized List<JournalRecord> newestBefore(long before, int limit) {
        return records.reversed().stream()
                .filter(record -> record.number() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<JournalRecord> ofOperation(String operationId) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operationId))
                .toList();
    }

    @Override
    public List<String> unfinishedOperations() {
        return List.of();
    }

    @Override
    public synchronized List<String> newestOperations(String action, int limit) {
        return records.reversed().stream()
                .filter(r -> r.entry().phase() == JournalEntry.Phase.PLANNED)
                .filter(r -> r.entry().action().equals(action))
                .map(r -> r.entry().operationId())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Outcome<Long> verify() {
        return Outcome.ok((long) records.size());
    }
}
