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
     * As {@link #append}, but need not wait for the disk. Records keep the order in which they were
     * given: once a later {@link #append} has returned, this one is on disk or has failed.
     */
    default Pending appendSoon(JournalEntry entry) {
        append(entry);
        return Pending.DONE;
    }

    /**
     * The newest first, at most {@code limit}, all before record number {@code before} (exclusive).
     */
    List<JournalRecord> newestBefore(long before, int limit);

    /** All records of one operation, oldest first. */
    List<JournalRecord> ofOperation(String operationId);

    /** Whether any record is of this operation: it was begun, or refused, before. */
    default boolean hasOperation(String operationId) {
        return !ofOperation(operationId).isEmpty();
    }

    /**
     * All records of an operation and of those below it, whose ids begin with its own and a slash,
     * oldest first.
     */
    default List<JournalRecord> ofOperationAndBelow(String operationId) {
        return newestBefore(Long.MAX_VALUE, Integer.MAX_VALUE).reversed().stream()
                .filter(record ->
                        record.entry().operationId().equals(operationId)
                                || record.entry().operationId().startsWith(operationId + "/"))
                .toList();
    }

    /** The chain from record {@code first} to record {@code last}, both included. */
    default List<ChainLink> chain(long first, long last) {
        return newestBefore(last + 1, Integer.MAX_VALUE).reversed().stream()
                .filter(record -> record.number() >= first)
                .map(record -> new ChainLink(record.number(), record.hash()))
                .toList();
    }

    /**
     * Ids of operations that have a PLANNED record and no record that ends them (FINISHED,
     * ABORTED), oldest first.
     */
    List<String> unfinishedOperations();

    /** Ids of operations whose PLANNED record names this action, the newest first. */
    List<String> newestOperations(String action, int limit);

    /**
     * Checks the whole chain and every checkpoint that was set on it; the failure names the first
     * record that does not hold. Gives the count of records.
     */
    Outcome<Long> verify();
}
