package dev.curfew.localstore.journal;

import dev.curfew.localstore.database.Database;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.Checkpoints;
import java.util.List;

/**
 * Checkpoints in SQLite. Every method throws {@link dev.curfew.localstore.database.StoreException}
 * if SQLite fails.
 */
public final class SqliteCheckpoints implements Checkpoints {
    private final Database database;

    public SqliteCheckpoints(Database database) {
        this.database = database;
    }

    @Override
    public void save(Checkpoint checkpoint) {
        database.write(handle -> {
            CheckpointRow.insert(handle, checkpoint);
            return true;
        });
    }

    @Override
    public List<Checkpoint> all() {
        return database.read(handle -> CheckpointRow.all(handle, database.name()));
    }
}
