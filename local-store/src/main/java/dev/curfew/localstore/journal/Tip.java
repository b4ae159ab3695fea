package dev.curfew.localstore.journal;

import dev.curfew.store.RecordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the journal remembers of itself: how many records it has and the hash of the last. Kept in a
 * row of its own, so that records cut off at the end are missed.
 */
record Tip(long count, byte[] hash) {

    /** A row that somebody removed reads as the tip of an empty journal. */
    static Tip read(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT count, hash FROM journal_tip");
                ResultSet row = query.executeQuery()) {
            return row.next()
                    ? new Tip(row.getLong("count"), row.getBytes("hash"))
                    : new Tip(0, RecordHash.start());
        }
    }

    void write(Connection connection) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE journal_tip SET count = ?, hash = ?")) {
            update.setLong(1, count);
            update.setBytes(2, hash);
            update.executeUpdate();
        }
    }
}
