package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.store.AuditJournal;

/**
 * What the journal's screen reads. All of it blocks, so tasks call it.
 *
 * @param operator who marks an unfinished action as looked at
 * @param name of the file, for what is said about it
 */
public record JournalDesk(
        AuditJournal journal, Unfinished unfinished, String operator, String name) {}
