package dev.curfew.localstore.preference;

import dev.curfew.localstore.database.Database;
import dev.curfew.store.Preferences;
import java.util.Optional;

/**
 * Settings in SQLite; the last one put wins. Every method throws {@link
 * dev.curfew.localstore.database.StoreException} if SQLite fails.
 */
public final class SqlitePreferences implements Preferences {
    private final Database database;

    public SqlitePreferences(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> get(String key) {
        return database.read(handle ->
                handle.createQuery("SELECT value FROM preferences WHERE key = :key")
                        .bind("key", key)
                        .mapTo(String.class)
                        .findOne());
    }

    @Override
    public void put(String key, String value) {
        database.write(handle ->
                handle.createUpdate(
                                "INSERT INTO preferences (key, value) VALUES (:key, :value)"
                                        + " ON CONFLICT DO UPDATE SET value = :value")
                        .bind("key", key)
                        .bind("value", value)
                        .execute());
    }
}
