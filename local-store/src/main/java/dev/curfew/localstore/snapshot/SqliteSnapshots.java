package dev.curfew.localstore.snapshot;

import dev.curfew.localstore.database.Database;
import dev.curfew.localstore.database.Work;
import dev.curfew.store.Pending;
import dev.curfew.store.Snapshots;
import java.util.List;
import java.util.Optional;

/**
 * Snapshots in SQLite. Of one operation and subject the first one stays: an action that is resumed
 * after a crash must not replace what was before by what it did itself. Every method throws {@link
 * dev.curfew.localstore.database.StoreException} if SQLite fails.
 */
public final class SqliteSnapshots implements Snapshots {
    private final Database database;

    public SqliteSnapshots(Database database) {
        this.database = database;
    }

    @Override
    public void save(String operationId, String subject, String json) {
        database.write(insert(operationId, subject, json));
    }

    @Override
    public Pending saveSoon(String operationId, String subject, String json) {
        return database.writeSoon(insert(operationId, subject, json));
    }

    private static Work<Integer> insert(String operationId, String subject, String json) {
        return handle ->
                handle.createUpdate(
                                "INSERT INTO snapshots (operation_id, subject, json)"
                                        + " VALUES (:operation, :subject, :json)"
                                        + " ON CONFLICT (operation_id, subject) DO NOTHING")
                        .bind("operation", operationId)
                        .bind("subject", subject)
                        .bind("json", json)
                        .execute();
    }

    @Override
    public Optional<String> find(String operationId, String subject) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT json FROM snapshots WHERE operation_id = :operation"
                                        + " AND subject = :subject")
                        .bind("operation", operationId)
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .findOne());
    }

    /** In the order in which they were first saved. */
    @Override
    public List<String> subjects(String operationId) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT subject FROM snapshots"
                                        + " WHERE operation_id = :operation"
                                        + " ORDER BY number")
                        .bind("operation", operationId)
                        .mapTo(String.class)
                        .list());
    }
}
