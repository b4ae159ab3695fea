package dev.curfew.localstore.schema;

import dev.curfew.localstore.database.Sqlite;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings a database to the version of this Curfew, or to an older one in tests. */
public final class Migrations {
    private Migrations() {}

    public static void apply(Connection connection) throws SQLException {
        upTo(Migration.latest().version(), connection);
    }

    /** Each missing step in a transaction of its own; a kill between two leaves a sound file. */
    public static void upTo(int version, Connection connection) throws SQLException {
        for (Migration migration : Migration.ALL) {
            if (migration.version() <= version && versionOf(connection) < migration.version()) {
                step(migration, connection);
            }
        }
    }

    public static int versionOf(Connection connection) throws SQLException {
        return Sqlite.number(connection, "PRAGMA user_version");
    }

    private static void step(Migration migration, Connection connection) throws SQLException {
        Sqlite.execute(connection, "BEGIN IMMEDIATE");
        try {
            // Once more under the lock: another Curfew may have been faster.
            if (versionOf(connection) < migration.version()) {
                Sqlite.execute(connection, migration.sql());
                Sqlite.execute(connection, "PRAGMA user_version = " + migration.version());
            }
            Sqlite.execute(connection, "COMMIT");
        } catch (SQLException e) {
            Sqlite.execute(connection, "ROLLBACK");
            throw e;
        }
    }
}
