package dev.curfew.evidence;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.RecordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A journal in memory, chained as the real one is. */
public final class ChainedJournal implements AuditJournal {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<JournalRecord> records = new ArrayList<>();

    /** When the next record is written. */
    public Instant now = NOON;

    @Override
    public JournalRecord append(JournalEntry entry) {
        String previous =
                records.isEmpty()
                        ? HexFormat.of().formatHex(RecordHash.start())
                        : records.getLast().hash();
        JournalRecord open = new JournalRecord(records.size() + 1L, now, entry, previous, "");
        JournalRecord record =
                new JournalRecord(open.number(), open.at(), entry, previous, RecordHash.of(open));
        records.add(record);
        return record;
    }

    /** Changes what is written, as somebody would who has the file. */
    public void tamper(int number, JournalRecord record) {
        records.set(number - 1, record);
    }

    @Override
    public List<JournalRecord> newestBefore(long before, int limit) {
        return records.reversed().stream()
                .filter(record -> record.number() < before)
                .limit(limit)
                .toList();
    }

    @Override
    public List<JournalRecord> ofOperation(String operationId) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operationId))
                .toList();
    }

    @Override
    public List<String> unfinishedOperations() {
        return List.of();
    }

    @Override
    public List<String> newestOperations(String action, int limit) {
        return List.of();
    }

    @Override
    public Outcome<Long> verify() {
        return records.stream()
                .filter(record -> !RecordHash.of(record).equals(record.hash()))
                .findFirst()
                .<Outcome<Long>>map(record ->
                        Outcome.failed(
                                Reason.JOURNAL_BROKEN,
                                "memory",
                                "Record " + record.number() + " was changed"))
                .orElseGet(() -> Outcome.ok((long) records.size()));
    }
}
