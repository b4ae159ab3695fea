package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.StoreException;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.Optional;

/** Walks the chain from its first record and stops at the first that does not hold. */
final class ChainCheck {
    private long number;
    private byte[] hash = RecordHash.start();

    /** How many records hold. */
    long count() {
        return number;
    }

    /**
     * What is wrong, naming the record; empty if all holds.
     *
     * @param rows in the order of their numbers
     */
    Optional<String> firstFault(Iterator<JournalRow> rows, Tip tip) {
        while (rows.hasNext()) {
            Optional<String> fault = next(rows);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return tipFault(tip);
    }

    private Optional<String> next(Iterator<JournalRow> rows) {
        try {
            return fault(rows.next());
        } catch (StoreException unreadable) {
            return Optional.of(unreadable.failure().detail());
        }
    }

    private Optional<String> fault(JournalRow row) {
        long expected = number + 1;
        if (row.number() != expected) {
            return Optional.of("Record " + expected + " is missing");
        }
        if (!MessageDigest.isEqual(row.previousHash(), hash)) {
            return Optional.of("Record " + expected + " does not continue the one before it");
        }
        byte[] due = RecordHash.of(hash, expected, row.micros(), row.entry());
        if (!MessageDigest.isEqual(row.hash(), due)) {
            return Optional.of("Record " + expected + " was changed");
        }
        number = expected;
        hash = due;
        return Optional.empty();
    }

    private Optional<String> tipFault(Tip tip) {
        if (tip.count() > number) {
            return Optional.of("Record " + (number + 1) + " is missing; there were " + tip.count());
        }
        if (tip.count() < number || !MessageDigest.isEqual(tip.hash(), hash)) {
            return Optional.of(
                    "Record " + number + " is not the one that the journal remembers as its last");
        }
        return Optional.empty();
    }
}
