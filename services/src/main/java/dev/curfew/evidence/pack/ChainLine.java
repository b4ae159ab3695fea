package dev.curfew.evidence.pack;

import dev.curfew.store.JournalRecord;

/** One record of the journal as it stands in a pack. */
sealed interface ChainLine {
    long number();

    String hash();

    /** Of the operation that the pack is about, or of one below it. */
    record Own(JournalRecord record) implements ChainLine {
        @Override
        public long number() {
            return record.number();
        }

        @Override
        public String hash() {
            return record.hash();
        }
    }

    /**
     * Own, but not handed out.
     *
     * @param why what it looks as if it held
     */
    record Withheld(long number, String previousHash, String hash, String why)
            implements ChainLine {}

    /** Of another operation: it stands for its place in the chain alone. */
    record Foreign(long number, String hash) implements ChainLine {}
}
