package dev.curfew.evidence.pack;

import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalRecord;
import java.util.List;

/**
 * What is known of an operation when a pack of it is made.
 *
 * @param records of the operation and of those below it, in their order, up to the seal
 * @param lines of the journal from the first of them to the sealed record
 * @param seal on the last of the lines, by the key that signs the pack
 * @param checkpoints all that lie within the lines, the seal among them
 */
record PackFacts(
        String operation,
        List<JournalRecord> records,
        List<ChainLine> lines,
        Checkpoint seal,
        List<Checkpoint> checkpoints,
        List<State> states) {
    PackFacts {
        records = List.copyOf(records);
        lines = List.copyOf(lines);
        checkpoints = List.copyOf(checkpoints);
        states = List.copyOf(states);
    }

    /** What something was before or after, as JSON. */
    record State(String operation, String subject, String json) {}

    /** Own records that are handed out. */
    List<JournalRecord> shown() {
        return shown(lines);
    }

    static List<JournalRecord> shown(List<ChainLine> lines) {
        return lines.stream()
                .filter(ChainLine.Own.class::isInstance)
                .map(line -> ((ChainLine.Own) line).record())
                .toList();
    }

    int withheld() {
        return (int) lines.stream().filter(ChainLine.Withheld.class::isInstance).count();
    }
}
