package dev.curfew.store;

import dev.curfew.store.JournalEntry.Phase;
import java.util.UUID;

/**
 * Changes that an operator makes to what Curfew itself keeps, such as rules and waivers: each is in
 * the journal before it is made. Any thread; blocks.
 */
public final class Notes {
    private final AuditJournal journal;

    public Notes(AuditJournal journal) {
        this.journal = journal;
    }

    /**
     * @param operator who
     * @param action such as {@code waive}
     * @param subject to what
     * @param reason why; may be empty
     * @param change what it changes, as JSON
     */
    public record Note(
            String operator, String action, String subject, String reason, String change) {}

    /**
     * Writes the note and makes the change. Where the note can not be written nothing is changed;
     * where the change can not be made a second record says so.
     */
    public void write(Note note, Runnable change) {
        String operation = UUID.randomUUID().toString();
        journal.append(entry(operation, Phase.NOTE, note, ""));
        try {
            change.run();
        } catch (RuntimeException e) {
            journal.append(entry(operation, Phase.FAILED, note, "It was not kept: " + e));
            throw e;
        }
    }

    private static JournalEntry entry(String operation, Phase phase, Note note, String received) {
        return new JournalEntry(
                operation,
                0,
                phase,
                note.operator(),
                "",
                note.action(),
                note.subject(),
                note.reason(),
                "",
                note.change(),
                received);
    }
}
