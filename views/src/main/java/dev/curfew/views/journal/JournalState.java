package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.store.JournalRecord;
import dev.curfew.text.Explanation;
import dev.curfew.views.table.TableContent;
import java.util.List;

/**
 * What the journal shows.
 *
 * @param loaded read so far, newest first
 * @param atBeginning whether the first record of all is among them
 * @param unfinished operations that a crash cut off
 */
public record JournalState(
        List<JournalRecord> loaded,
        TableContent<JournalRecord> content,
        boolean loading,
        boolean atBeginning,
        List<Unfinished.Operation> unfinished) {
    static final JournalState EMPTY =
            new JournalState(List.of(), TableContent.loading(), false, false, List.of());

    /** Whether anything was read yet. */
    boolean isRead() {
        return !(content instanceof TableContent.Loading);
    }

    JournalState startLoading() {
        return new JournalState(loaded, content, true, atBeginning, unfinished);
    }

    JournalState read(
            List<JournalRecord> records, boolean beginning, List<Unfinished.Operation> open) {
        return new JournalState(List.copyOf(records), content, false, beginning, open);
    }

    JournalState filtered(List<JournalRecord> rows, boolean filtered) {
        return new JournalState(
                loaded, new TableContent.Ready<>(rows, filtered), loading, atBeginning, unfinished);
    }

    JournalState failed(Explanation why) {
        return new JournalState(
                loaded,
                new TableContent.Failed<>(content.rows(), why),
                false,
                atBeginning,
                unfinished);
    }
}
