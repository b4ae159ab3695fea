package dev.curfew.localstore.connection;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.localstore.database.Database;
import dev.curfew.store.ConnectionRegistry;
import java.util.List;
import java.util.Optional;

/**
 * Saved connections in SQLite. A row that was changed from outside to something Curfew does not
 * write is left out and logged. Every method throws {@link
 * dev.curfew.localstore.database.StoreException} if SQLite fails.
 */
public final class SqliteConnections implements ConnectionRegistry {
    private static final String SAVE =
            """
            INSERT OR REPLACE INTO connections (name, address_kind, address_path, address_host,
                address_port, credentials_kind, workload_api, certificates_path, private_key_path,
                key_store_path, bundle_path, passphrase_from, passphrase_place, trust_domain,
                timings)
            VALUES (:name, :address_kind, :address_path, :address_host,
                :address_port, :credentials_kind, :workload_api, :certificates_path,
                :private_key_path, :key_store_path, :bundle_path, :passphrase_from,
                :passphrase_place, :trust_domain, :timings)
            """;

    private final Database database;

    public SqliteConnections(Database database) {
        this.database = database;
    }

    /** {@inheritDoc} Capital letters count only between names that are otherwise the same. */
    @Override
    public List<ConnectionProfile> all() {
        return database.read(handle ->
                handle
                        .createQuery(
                                "SELECT * FROM connections" + " ORDER BY name COLLATE NOCASE, name")
                        .map((row, context) -> ProfileRow.read(row))
                        .list()
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public Optional<ConnectionProfile> find(String name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM connections WHERE name = :name")
                        .bind("name", name)
                        .map((row, context) -> ProfileRow.read(row))
                        .findOne()
                        .flatMap(profile -> profile));
    }

    @Override
    public void save(ConnectionProfile profile) {
        database.write(
                handle -> handle.createUpdate(SAVE).bindMap(ProfileColumns.of(profile)).execute());
    }

    @Override
    public void remove(String name) {
        database.write(handle ->
                handle.createUpdate("DELETE FROM connections WHERE name = :name")
                        .bind("name", name)
                        .execute());
    }
}
