package dev.curfew.peers;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Pending;
import java.util.List;
import java.util.function.Predicate;

/** Some records that nobody waits for at once never reach the disk; whoever waits is told. */
final class FullDisk implements AuditJournal {
    private final AuditJournal real;
    private final Predicate<JournalEntry> lost;

    FullDisk(AuditJournal real, Predicate<JournalEntry> lost) {
        this.real = real;
        this.lost = lost;
    }

    @Override
    public JournalRecord append(JournalEntry entry) {
        return real.append(entry);
    }

    @Override
    public Pending appendSoon(JournalEntry entry) {
        if (lost.test(entry)) {
            return () -> {
                throw new Full();
            };
        }
        return real.appendSoon(entry);
    }

    @Override
    public List<JournalRecord> newestBefore(long before, int limit) {
        return real.newestBefore(before, limit);
    }

    @Override
    public List<JournalRecord> ofOperation(String operationId) {
        return real.ofOperation(operationId);
    }

    @Override
    public List<String> unfinishedOperations() {
        return real.unfinishedOperations();
    }

    @Override
    public List<String> newestOperations(String action, int limit) {
        return real.newestOperations(action, limit);
    }

    @Override
    public Outcome<Long> verify() {
        return real.verify();
    }

    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
