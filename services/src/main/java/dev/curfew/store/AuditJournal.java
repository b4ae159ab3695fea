package dev.curfew.store;

import dev.curfew.outcome.Outcome;
import java.util.List;

/**
 * What was attempted, also when it failed or was refused: append-only, each record chained to the
 * one before by a SHA-256 hash. Any thread; blocks until the record is on disk.
 */
public interface AuditJournal {
    /** Writes a record and gives it its number, time and hash. */
    JournalRecord append(JournalEntry entry);

    /**
     * The newest first, at most {@code limit}, all before record number {@code before} (exclusive).
     */
    List<JournalRecord> newestBefore(long before, int limit);

    /** All records of one operation, oldest first. */
    List<JournalRecord> ofOperation(String operationId);

    /**
     * Ids of operations that have a PLANNED record and no record that ends them (FINISHED,
     * ABORTED), oldest first.
     */
    List<String> unfinishedOperations();

    /** Ids of operations whose PLANNED record names this action, the newest first. */
    List<String> newestOperations(String action, int limit);

    /**
     * Checks the whole chain; the failure names the first record that does not hold. Gives the
     * count of records.
     */
    Outcome<Long> verify();
}
