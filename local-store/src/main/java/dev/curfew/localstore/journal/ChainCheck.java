package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.StoreException;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.RecordHash;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Optional;

/** Walks the chain from its first record and stops at the first that does not hold. */
final class ChainCheck {
    private final Deque<Checkpoint> due;
    private long number;
    private byte[] hash = RecordHash.start();

    /**
     * @param checkpoints in the order of their records
     */
    ChainCheck(Collection<Checkpoint> checkpoints) {
        due = new ArrayDeque<>(checkpoints);
    }

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
        return tipFault(tip).or(this::cutOff);
    }

    /** Without its tail and with a tip to fit, only a checkpoint still knows of the rest. */
    private Optional<String> cutOff() {
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ("Record " + (number + 1) + " is missing; ")
                                + ("record " + due.getFirst().number() + " was sealed at ")
                                + due.getFirst().at());
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
        byte[] continued = RecordHash.of(hash, expected, row.micros(), row.entry());
        if (!MessageDigest.isEqual(row.hash(), continued)) {
            return Optional.of("Record " + expected + " was changed");
        }
        number = expected;
        hash = continued;
        return sealFault();
    }

    /** Of the checkpoints on the record that was just passed. */
    private Optional<String> sealFault() {
        while (!due.isEmpty() && due.getFirst().number() == number) {
            Checkpoint seal = due.removeFirst();
            if (!seal.holds()) {
                return Optional.of(
                        "The checkpoint on record " + number + " is not signed by its key");
            }
            if (!seal.hash().equals(HexFormat.of().formatHex(hash))) {
                return Optional.of(
                        "Record " + number + " is not the one that was sealed at " + seal.at());
            }
        }
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
