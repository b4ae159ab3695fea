package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalRecord;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the journal.
 *
 * @param records read so far, newest first
 * @param more whether there are older ones
 * @param unfinished actions that a crash cut off
 * @param chain what checking the chain gave; empty: not checked since the window opened
 */
record JournalState(
        List<JournalRecord> records,
        boolean more,
        List<Unfinished.Operation> unfinished,
        Optional<Outcome<Long>> chain) {
    static final JournalState EMPTY =
            new JournalState(List.of(), false, List.of(), Optional.empty());

    JournalState withChain(Outcome<Long> checked) {
        return new JournalState(records, more, unfinished, Optional.of(checked));
    }
}
