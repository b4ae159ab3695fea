package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.Database;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.ChainLink;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Pending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterator;

/**
 * The journal in SQLite. Times are kept to the microsecond. Several Curfews may append to one file:
 * reading the last record and writing the next is one transaction under the write lock, so the
 * chain can not fork. Whoever can write the file can rewrite the whole chain with its tip and drop
 * the checkpoints; what is found is any smaller change.
 *
 * <p>Every method throws {@link StoreException} if SQLite fails.
 */
public final class SqliteJournal implements AuditJournal {
    private final Database database;
    private final InstantSource clock;

    public SqliteJournal(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * {@inheritDoc}
     *
     * <p>It appends to a broken chain too, for what happens next must be written down: it goes on
     * from the last record that the journal remembers, and {@link #verify()} finds the break.
     */
    @Override
    public JournalRecord append(JournalEntry entry) {
        JournalEntry stored = WellFormed.entry(entry);
        return database.write(handle -> append(handle.getConnection(), stored, clock.instant()))
                .toRecord();
    }

    @Override
    public Pending appendSoon(JournalEntry entry) {
        JournalEntry stored = WellFormed.entry(entry);
        Instant at = clock.instant();
        return database.writeSoon(handle -> append(handle.getConnection(), stored, at));
    }

    @Override
    public List<JournalRecord> newestBefore(long before, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT * FROM journal WHERE number < :before"
                                        + " ORDER BY number DESC LIMIT :limit")
                        .bind("before", before)
                        // SQLite takes a negative limit for none at all.
                        .bind("limit", Math.max(limit, 0))
                        .map((row, context) -> JournalRow.read(row, database.name()).toRecord())
                        .list());
    }

    @Override
    public List<JournalRecord> ofOperation(String operationId) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT * FROM journal WHERE operation_id = :operation"
                                        + " ORDER BY number")
                        .bind("operation", operationId)
                        .map((row, context) -> JournalRow.read(row, database.name()).toRecord())
                        .list());
    }

    @Override
    public boolean hasOperation(String operationId) {
        return database.read(handle -> has(handle.getConnection(), operationId));
    }

    @Override
    public List<JournalRecord> ofOperationAndBelow(String operationId) {
        return database.read(handle ->
                handle.createQuery(
                                // The sign after the slash ends the range of what begins with it.
                                "SELECT * FROM journal WHERE operation_id = :operation"
                                        + " OR operation_id >= :operation || '/'"
                                        + " AND operation_id < :operation || '0'"
                                        + " ORDER BY number")
                        .bind("operation", operationId)
                        .map((row, context) -> JournalRow.read(row, database.name()).toRecord())
                        .list());
    }

    @Override
    public List<ChainLink> chain(long first, long last) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT number, hash FROM journal"
                                        + " WHERE number BETWEEN :first AND :last ORDER BY number")
                        .bind("first", first)
                        .bind("last", last)
                        .map((row, context) ->
                                new ChainLink(
                                        row.getLong("number"),
                                        HexFormat.of().formatHex(row.getBytes("hash"))))
                        .list());
    }

    @Override
    public List<String> unfinishedOperations() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                SELECT operation_id FROM journal WHERE phase = 'PLANNED'
                                AND operation_id NOT IN (SELECT operation_id FROM journal
                                    WHERE phase IN ('FINISHED', 'ABORTED'))
                                GROUP BY operation_id ORDER BY min(number)
                                """)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public List<String> newestOperations(String action, int limit) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT operation_id FROM journal WHERE phase = 'PLANNED'"
                                        + " AND action = :action"
                                        + " ORDER BY number DESC LIMIT :limit")
                        .bind("action", action)
                        .bind("limit", Math.max(limit, 0))
                        .mapTo(String.class)
                        .list());
    }

    @Override
    public Outcome<Long> verify() {
        return database.read(this::verify);
    }

    /**
     * On the driver itself, past the mapper, which takes ten times as long when it was not used
     * before: every step of a containment waits for this, and most are the first of their day.
     */
    private static JournalRow append(Connection connection, JournalEntry entry, Instant at)
            throws SQLException {
        Tip tip = Tip.read(connection);
        long next = Math.max(tip.count(), last(connection)) + 1;
        JournalRow row = JournalRow.next(next, at, entry, tip.hash());
        row.insert(connection);
        new Tip(row.number(), row.hash()).write(connection);
        return row;
    }

    private static long last(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT ifnull(max(number), 0) FROM journal");
                ResultSet row = query.executeQuery()) {
            return row.getLong(1);
        }
    }

    private static boolean has(Connection connection, String operationId) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM journal WHERE operation_id = ?")) {
            query.setString(1, operationId);
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }

    private Outcome<Long> verify(Handle handle) throws SQLException {
        ChainCheck check;
        try {
            check = new ChainCheck(CheckpointRow.all(handle, database.name()));
        } catch (StoreException unreadable) {
            return Outcome.failed(
                    Reason.JOURNAL_BROKEN, database.name(), unreadable.failure().detail());
        }
        try (ResultIterator<JournalRow> rows =
                handle.createQuery("SELECT * FROM journal ORDER BY number")
                        .map((row, context) -> JournalRow.read(row, database.name()))
                        .iterator()) {
            Optional<String> fault = check.firstFault(rows, Tip.read(handle.getConnection()));
            return fault.isPresent()
                    ? Outcome.failed(Reason.JOURNAL_BROKEN, database.name(), fault.get())
                    : Outcome.ok(check.count());
        }
    }
}
