package dev.curfew.localstore.database;

import dev.curfew.store.Pending;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.Future;
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
    private final WriteQueue writes;
    private final Lane readers;
    private final Runnable afterClose;

    private Database(String name, Lane writer, Lane readers, Runnable afterClose) {
        this.name = name;
        this.writer = writer;
        this.writes = new WriteQueue(writer);
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
     * before it writes. On disk when this returns; undone when the work throws. Writes that wait
     * for the writer at the same time share a transaction, each undone on its own.
     *
     * @throws StoreException if SQLite failed; nothing was written then
     */
    public <T> T write(Work<T> work) {
        return writer.await(writes.add(work));
    }

    /**
     * As {@link #write}, but goes on at once. Writes reach the disk in the order in which they were
     * asked for, so one that returned from {@link #write} has all earlier ones behind it. One that
     * nobody waits for and none comes after reaches it 10 ms later.
     */
    public Pending writeSoon(Work<?> work) {
        Future<?> written = writes.addSoon(work);
        return () -> {
            if (!written.isDone()) {
                writes.flush();
            }
            writer.await(written);
        };
    }

    /**
     * In one transaction that sees one state of the file throughout.
     *
     * @throws StoreException if SQLite failed
     */
    public <T> T read(Work<T> work) {
        return readers.run(handle -> Transaction.on(handle, "BEGIN", work));
    }

    @Override
    public void close() {
        writes.flush();
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
}
