package dev.curfew.localstore.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * An open database: one writer, a few readers that see the last commit. Any thread, virtual ones
 * too; every call blocks until done. Whoever opened it closes it.
 */
public final class Database implements AutoCloseable {
    private static final int READERS = 2;

    private final String name;
    private final Lane writer;
    private final Lane readers;
    private final Runnable afterClose;

    private Database(String name, Lane writer, Lane readers, Runnable afterClose) {
        this.name = name;
        this.writer = writer;
        this.readers = readers;
        this.afterClose = afterClose;
    }

    /**
     * @param writer a checked and migrated connection to the file; closed with this database
     * @param patience how long a write waits for another program's
     * @param afterClose run once the last connection is closed
     */
    public static Database onFile(
            Path file, Connection writer, Duration patience, Runnable afterClose) {
        Lane writing = writerLane(file.toString(), writer);
        Lane reading =
                new Lane(
                        file.toString(),
                        "store-reader",
                        READERS,
                        () -> handle(() -> Sqlite.reader(file, patience)));
        return new Database(file.toString(), writing, reading, afterClose);
    }

    /** In memory everything goes over the only connection there is. */
    public static Database inMemory(Connection connection) {
        Lane only = writerLane("memory", connection);
        return new Database("memory", only, only, () -> {});
    }

    /** How failures call it: the file's path. */
    public String name() {
        return name;
    }

    /**
     * In one transaction that holds the write lock from its begin on: what it reads can not change
     * before it writes. On disk when this returns; undone when the work throws.
     *
     * @throws StoreException if SQLite failed; nothing was written then
     */
    public <T> T write(Work<T> work) {
        return writer.run(handle -> transaction("BEGIN IMMEDIATE", handle, work));
    }

    /**
     * In one transaction that sees one state of the file throughout.
     *
     * @throws StoreException if SQLite failed
     */
    public <T> T read(Work<T> work) {
        return readers.run(handle -> transaction("BEGIN", handle, work));
    }

    @Override
    public void close() {
        // The writer last: it takes the write-ahead log back into the file.
        readers.close();
        writer.close();
        afterClose.run();
    }

    private static Lane writerLane(String name, Connection connection) {
        return Lane.of(name, "store-writer", handle(() -> connection));
    }

    private static Handle handle(ConnectionFactory connections) {
        return Jdbi.create(connections).open();
    }

    /**
     * By hand, because the driver's own commit begins the next transaction at once, and that may
     * fail after ours is safely on disk.
     */
    private static <T> T transaction(String begin, Handle handle, Work<T> work) throws Exception {
        Connection connection = handle.getConnection();
        Sqlite.execute(connection, begin);
        try {
            T result = work.on(handle);
            Sqlite.execute(connection, "COMMIT");
            return result;
        } catch (Throwable failed) {
            try {
                Sqlite.execute(connection, "ROLLBACK");
            } catch (SQLException alreadyRolledBack) {
                failed.addSuppressed(alreadyRolledBack);
            }
            throw failed;
        }
    }
}
