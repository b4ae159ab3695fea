package dev.curfew.localstore.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * Transactions by hand, because the driver's own commit begins the next one at once, and that may
 * fail after ours is safely on disk. On the connection's own thread; blocks.
 */
final class Transaction {
    private Transaction() {}

    /**
     * @param begin how it begins: {@code BEGIN}, or {@code BEGIN IMMEDIATE} to hold the write lock
     */
    static <T> T on(Handle handle, String begin, Work<T> work) throws Exception {
        return between(handle, begin, "COMMIT", "ROLLBACK", work);
    }

    /** A part that can be undone without the transaction around it. */
    static <T> T part(Handle handle, Work<T> work) throws Exception {
        return between(
                handle, "SAVEPOINT part", "RELEASE part", "ROLLBACK TO part; RELEASE part", work);
    }

    private static <T> T between(Handle handle, String begin, String end, String undo, Work<T> work)
            throws Exception {
        Connection connection = handle.getConnection();
        Sqlite.execute(connection, begin);
        try {
            T result = work.on(handle);
            Sqlite.execute(connection, end);
            return result;
        } catch (Throwable failed) {
            try {
                Sqlite.execute(connection, undo);
            } catch (SQLException alreadyRolledBack) {
                failed.addSuppressed(alreadyRolledBack);
            }
            throw failed;
        }
    }
}
