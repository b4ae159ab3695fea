package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.StoreException;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.RecordHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A record as it is in the file.
 *
 * @param micros microseconds since 1970
 */
record JournalRow(long number, long micros, JournalEntry entry, byte[] previousHash, byte[] hash) {

    private static final String INSERT =
            """
            INSERT INTO journal (number, at, operation_id, step, phase, operator, connection,
                action, subject, reason, incident, sent, received, previous_hash, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** The record that continues a chain whose last hash is {@code previous}. */
    static JournalRow next(long number, Instant at, JournalEntry entry, byte[] previous) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        byte[] hash = RecordHash.of(previous, number, micros, entry);
        return new JournalRow(number, micros, entry, previous, hash);
    }

    /**
     * @param file how a failure calls the file
     * @throws StoreException if phase or step are nothing that Curfew writes
     */
    static JournalRow read(ResultSet row, String file) throws SQLException {
        try {
            return read(row);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw StoreException.damaged(
                    file, "Record " + row.getLong("number") + " can not be read", e);
        }
    }

    private static JournalRow read(ResultSet row) throws SQLException {
        JournalEntry entry =
                new JournalEntry(
                        row.getString("operation_id"),
                        Math.toIntExact(row.getLong("step")),
                        JournalEntry.Phase.valueOf(row.getString("phase")),
                        row.getString("operator"),
                        row.getString("connection"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("incident"),
                        row.getString("sent"),
                        row.getString("received"));
        return new JournalRow(
                row.getLong("number"),
                row.getLong("at"),
                entry,
                row.getBytes("previous_hash"),
                row.getBytes("hash"));
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, number);
            insert.setLong(2, micros);
            insert.setString(3, entry.operationId());
            insert.setInt(4, entry.step());
            insert.setString(5, entry.phase().name());
            insert.setString(6, entry.operator());
            insert.setString(7, entry.connection());
            insert.setString(8, entry.action());
            insert.setString(9, entry.subject());
            insert.setString(10, entry.reason());
            insert.setString(11, entry.incident());
            insert.setString(12, entry.sent());
            insert.setString(13, entry.received());
            insert.setBytes(14, previousHash);
            insert.setBytes(15, hash);
            insert.executeUpdate();
        }
    }

    JournalRecord toRecord() {
        return new JournalRecord(
                number,
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                entry,
                HexFormat.of().formatHex(previousHash),
                HexFormat.of().formatHex(hash));
    }
}
