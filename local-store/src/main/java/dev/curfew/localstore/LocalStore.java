package dev.curfew.localstore;

import dev.curfew.localstore.connection.SqliteConnections;
import dev.curfew.localstore.database.Database;
import dev.curfew.localstore.journal.SqliteCheckpoints;
import dev.curfew.localstore.journal.SqliteJournal;
import dev.curfew.localstore.opening.Opening;
import dev.curfew.localstore.preference.SqlitePreferences;
import dev.curfew.localstore.snapshot.SqliteSnapshots;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.store.AuditJournal;
import dev.curfew.store.Checkpoints;
import dev.curfew.store.ConnectionRegistry;
import dev.curfew.store.Preferences;
import dev.curfew.store.Snapshots;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One operator's store: a SQLite file, or memory where no file can be used. Its ports may be called
 * from any thread, virtual ones too; they block, and throw {@link
 * dev.curfew.localstore.database.StoreException} where SQLite fails. Whoever opened it closes it;
 * no port may be called afterwards.
 */
public final class LocalStore implements AutoCloseable {
    /** Long enough for any write of another Curfew, short enough for a person at a window. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final boolean onDisk;
    private final ConnectionRegistry connections;
    private final Preferences preferences;
    private final AuditJournal journal;
    private final Snapshots snapshots;
    private final Checkpoints checkpoints;

    private LocalStore(Opening.Opened opened, InstantSource clock) {
        database = opened.database();
        onDisk = opened.onDisk();
        connections = new SqliteConnections(database);
        preferences = new SqlitePreferences(database);
        journal = new SqliteJournal(database, clock);
        snapshots = new SqliteSnapshots(database);
        checkpoints = new SqliteCheckpoints(database);
    }

    /**
     * @param notice why this is not simply the store that was asked for; empty if it is
     */
    public record Opened(LocalStore store, Optional<Failure> notice) {}

    /**
     * Opens the store in a file, making file and folder if they are missing. It always gives a
     * store that works; the notice says where that one is not the file as it was:
     *
     * <ul>
     *   <li>{@link Reason#STORE_DAMAGED}: the file is damaged, or has tables or triggers that are
     *       not Curfew's. It was moved beside as {@code name.damaged-time} and a new one begun.
     *   <li>{@link Reason#STORE_NEWER}: a newer Curfew wrote it. It is untouched; this store is in
     *       memory and keeps nothing.
     *   <li>{@link Reason#STORE_BUSY}: it is locked. It is untouched; this store is in memory and
     *       keeps nothing.
     *   <li>{@link Reason#STORE_UNUSABLE}: it may not be written, or belongs to another program. It
     *       is untouched; this store is in memory and keeps nothing.
     * </ul>
     *
     * <p>A second Curfew on the same file simply works; each sees what the other has written. Call
     * it from a platform thread; it blocks, at the longest for a few seconds if the file is locked.
     *
     * @param clock gives the journal its times
     */
    public static Opened open(Path file, InstantSource clock) {
        return open(file, clock, PATIENCE);
    }

    /** A store that keeps nothing, for the lab and for tests. */
    public static LocalStore inMemory(InstantSource clock) {
        return new LocalStore(Opening.inMemory(), clock);
    }

    static Opened open(Path file, InstantSource clock, Duration patience) {
        Opening.Opened opened = new Opening(clock, patience).open(file);
        return new Opened(new LocalStore(opened, clock), opened.notice());
    }

    /** False: in memory, everything is gone when it is closed. */
    public boolean onDisk() {
        return onDisk;
    }

    public ConnectionRegistry connections() {
        return connections;
    }

    public Preferences preferences() {
        return preferences;
    }

    public AuditJournal journal() {
        return journal;
    }

    public Snapshots snapshots() {
        return snapshots;
    }

    public Checkpoints checkpoints() {
        return checkpoints;
    }

    /** Waits for calls that run, then closes the file. */
    @Override
    public void close() {
        database.close();
    }
}
