package dev.curfew.containment;

import dev.curfew.store.AuditJournal;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.util.List;

/**
 * Actions that a crash cut off: planned, and never ended in the journal. Nothing of them is
 * repeated by itself; what was sent is told, and the operator ends them after looking.
 */
public final class Unfinished {
    private final AuditJournal journal;

    public Unfinished(AuditJournal journal) {
        this.journal = journal;
    }

    /**
     * @param sending batches that were about to be sent, {@code answered} those with an answer in
     *     the journal; the difference is what nobody knows of
     */
    public record Operation(JournalRecord planned, int sending, int answered) {
        public boolean mayHaveWritten() {
            return sending > 0;
        }

        public boolean isUncertain() {
            return sending > answered;
        }
    }

    /** Oldest first. Blocks. */
    public List<Operation> operations() {
        return journal.unfinishedOperations().stream()
                .map(journal::ofOperation)
                .filter(records -> !records.isEmpty())
                .map(Unfinished::operation)
                .toList();
    }

    private static Operation operation(List<JournalRecord> records) {
        int sending = 0;
        int answered = 0;
        for (JournalRecord record : records) {
            if (record.entry().step() > 0) {
                boolean isAnswer = record.entry().phase() != Phase.SENDING;
                sending += isAnswer ? 0 : 1;
                answered += isAnswer ? 1 : 0;
            }
        }
        return new Operation(records.getFirst(), sending, answered);
    }

    /** Ends it in the journal, after someone looked. Blocks. */
    public void close(Operation operation, String operator, String finding) {
        JournalEntry planned = operation.planned().entry();
        journal.append(
                new JournalEntry(
                        planned.operationId(),
                        0,
                        Phase.ABORTED,
                        operator,
                        planned.connection(),
                        planned.action(),
                        planned.subject(),
                        planned.reason(),
                        planned.incident(),
                        "",
                        finding));
    }
}
