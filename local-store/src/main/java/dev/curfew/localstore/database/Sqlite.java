package dev.curfew.localstore.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;

/**
 * Opens connections to SQLite with the settings that every one of ours has. Blocks; platform
 * threads only, because SQLite's native calls pin a virtual thread.
 */
public final class Sqlite {
    private Sqlite() {}

    /** For one writer. Each commit is on disk when it returns. */
    public static Connection writer(Path file, Duration patience) throws SQLException {
        Connection connection = connect(uri(file, ""), config(patience));
        execute(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    /** For reading beside the writer. */
    public static Connection reader(Path file, Duration patience) throws SQLException {
        return readOnly(uri(file, "?mode=ro"), patience);
    }

    /**
     * For reading a file that nobody has open. It takes no locks and leaves nothing beside the
     * file.
     */
    public static Connection still(Path file, Duration patience) throws SQLException {
        return readOnly(uri(file, "?mode=ro&immutable=1"), patience);
    }

    /** Keeps nothing: everything is gone when it is closed. */
    public static Connection memory() throws SQLException {
        return connect(":memory:", config(Duration.ZERO));
    }

    /** Runs one statement, or a whole script of them. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The first column of the first row, as text. */
    public static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            String value = rows.getString(1);
            return value == null ? "" : value;
        }
    }

    /** The first column of the first row, as a number. */
    public static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection readOnly(String uri, Duration patience) throws SQLException {
        SQLiteConfig config = config(patience);
        config.setReadOnly(true);
        return connect(uri, config);
    }

    private static Connection connect(String uri, SQLiteConfig config) throws SQLException {
        Connection connection = config.createConnection("jdbc:sqlite:" + uri);
        try {
            // Before anything reads the schema: functions in it may do nothing outside the file.
            execute(connection, "PRAGMA trusted_schema = OFF");
            execute(connection, "PRAGMA cell_size_check = ON");
            execute(connection, "PRAGMA foreign_keys = ON");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static SQLiteConfig config(Duration patience) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.enableLoadExtension(false);
        return config;
    }

    /** A URI, so that no character of a file's name is read as an option. */
    private static String uri(Path file, String options) {
        return file.toAbsolutePath().toUri() + options;
    }
}
