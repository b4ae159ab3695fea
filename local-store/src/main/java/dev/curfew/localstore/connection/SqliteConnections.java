package dev.curfew.localstore.connection;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.localstore.database.Database;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.ConnectionRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Saved connections in SQLite. A row with something that this Curfew does not write, from outside
 * or from a newer one, is told and stays as it is. Every method throws {@link
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
        List<ConnectionProfile> all = new ArrayList<>();
        for (ProfileRow.Read row : rows()) {
            if (row.profile() instanceof Outcome.Ok<ConnectionProfile>(var profile)) {
                all.add(profile);
            }
        }
        return List.copyOf(all);
    }

    @Override
    public List<UnreadConnection> unread() {
        List<UnreadConnection> unread = new ArrayList<>();
        for (ProfileRow.Read row : rows()) {
            if (row.profile() instanceof Outcome.Failed<ConnectionProfile>(var why)) {
                unread.add(new UnreadConnection(row.name(), why));
            }
        }
        return List.copyOf(unread);
    }

    private List<ProfileRow.Read> rows() {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM connections ORDER BY name COLLATE NOCASE, name")
                        .map((row, context) -> ProfileRow.read(row))
                        .list());
    }

    @Override
    public Optional<Outcome<ConnectionProfile>> named(String name) {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM connections WHERE name = :name")
                        .bind("name", name)
                        .map((row, context) -> ProfileRow.read(row))
                        .findOne()
                        .map(ProfileRow.Read::profile));
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
