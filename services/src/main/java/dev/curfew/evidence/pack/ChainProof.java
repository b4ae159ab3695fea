package dev.curfew.evidence.pack;

import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.RecordHash;
import java.util.List;
import java.util.Optional;

/** Computes the chain of a stretch again. Pure. */
final class ChainProof {
    private ChainProof() {}

    /** The lines, if each continues the one before and each own record has the hash it should. */
    static Outcome<List<ChainLine>> check(List<ChainLine> lines, String operation) {
        ChainLine before = null;
        for (ChainLine line : lines) {
            if (before != null && line.number() != before.number() + 1) {
                return broken("record " + (before.number() + 1) + " is missing");
            }
            Optional<String> previous = previous(line);
            if (before != null && previous.isPresent() && !previous.get().equals(before.hash())) {
                return broken("record " + line.number() + " does not continue the one before it");
            }
            if (line instanceof ChainLine.Own(var record)) {
                Optional<String> fault = fault(record, operation);
                if (fault.isPresent()) {
                    return broken("record " + line.number() + " " + fault.get());
                }
            }
            before = line;
        }
        return lines.isEmpty() ? broken("it holds no record") : Outcome.ok(lines);
    }

    private static Optional<String> previous(ChainLine line) {
        return switch (line) {
            case ChainLine.Own(var record) -> Optional.of(record.previousHash());
            case ChainLine.Withheld withheld -> Optional.of(withheld.previousHash());
            case ChainLine.Foreign _ -> Optional.empty();
        };
    }

    private static Optional<String> fault(JournalRecord record, String operation) {
        if (!belongs(record.entry().operationId(), operation)) {
            return Optional.of("belongs to another operation");
        }
        return RecordHash.of(record).equals(record.hash())
                ? Optional.empty()
                : Optional.of("was changed");
    }

    /** Whether an id is that of the operation or of one below it. */
    static boolean belongs(String id, String operation) {
        return id.equals(operation) || id.startsWith(operation + "/");
    }

    private static Outcome<List<ChainLine>> broken(String fault) {
        return Broken.at(PackFile.JOURNAL, fault);
    }
}
