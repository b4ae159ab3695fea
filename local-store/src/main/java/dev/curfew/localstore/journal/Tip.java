package dev.curfew.localstore.journal;

import dev.curfew.store.RecordHash;
import org.jdbi.v3.core.Handle;

/**
 * What the journal remembers of itself: how many records it has and the hash of the last. Kept in a
 * row of its own, so that records cut off at the end are missed.
 */
record Tip(long count, byte[] hash) {

    /** A row that somebody removed reads as the tip of an empty journal. */
    static Tip read(Handle handle) {
        return handle.createQuery("SELECT count, hash FROM journal_tip")
                .map((row, context) -> new Tip(row.getLong("count"), row.getBytes("hash")))
                .findOne()
                .orElseGet(() -> new Tip(0, RecordHash.start()));
    }

    void write(Handle handle) {
        handle.createUpdate("UPDATE journal_tip SET count = :count, hash = :hash")
                .bind("count", count)
                .bind("hash", hash)
                .execute();
    }
}
