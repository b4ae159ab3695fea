package dev.curfew.views.journal;

import dev.curfew.containment.ActionKind;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * All records of the operation that a chosen record belongs to.
 *
 * @param records oldest first
 */
public record OperationView(JournalRecord chosen, List<JournalRecord> records) {
    private static final Set<ActionKind> FINAL =
            EnumSet.of(
                    ActionKind.EVICT,
                    ActionKind.LIFT_BAN,
                    ActionKind.JOIN_TOKEN,
                    ActionKind.REFRESH_FEDERATION);

    public OperationView {
        records = List.copyOf(records);
    }

    /** Why it can not be put back. */
    public enum Undoable {
        YES,
        /** A note, or a kind of action that nothing puts back. */
        NEVER,
        NOT_FINISHED,
        /** A change of what Curfew keeps: another such change puts it back. */
        WHERE_IT_WAS_MADE
    }

    public Undoable undoable() {
        if (NoteWords.isSetting(chosen.entry())) {
            return Undoable.WHERE_IT_WAS_MADE;
        }
        boolean kind =
                Arrays.stream(ActionKind.values())
                        .filter(action -> !FINAL.contains(action))
                        .anyMatch(action -> action.word().equals(chosen.entry().action()));
        if (!kind || chosen.entry().operationId().isEmpty()) {
            return Undoable.NEVER;
        }
        return records.stream().anyMatch(record -> record.entry().phase() == Phase.FINISHED)
                ? Undoable.YES
                : Undoable.NOT_FINISHED;
    }
}
