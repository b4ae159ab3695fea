package dev.curfew.peers;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.util.List;

/** A real journal behind one that misbehaves in its own way. */
abstract class JournalBehind implements AuditJournal {
    private final AuditJournal real;

    JournalBehind(AuditJournal real) {
        this.real = real;
    }

    AuditJournal real() {
        return real;
    }

    @Override
    public JournalRecord append(JournalEntry entry) {
        return real.append(entry);
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
}
