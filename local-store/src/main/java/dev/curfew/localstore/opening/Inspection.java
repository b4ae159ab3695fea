package dev.curfew.localstore.opening;

import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.localstore.schema.Migration;
import dev.curfew.localstore.schema.Migrations;
import dev.curfew.localstore.schema.SchemaHash;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteErrorCode;

/**
 * Looks at a store file without changing a byte of it. Everything goes through SQLite: on POSIX,
 * opening and closing the file by other means would drop the locks of a store that this same
 * process has open.
 */
final class Inspection {
    private static final int APPLICATION_ID = 0x43757266;
    private static final int SMALLEST_PAGE = 512;

    private Inspection() {}

    static Verdict of(StoreFile file, Duration patience) throws IOException {
        if (!file.exists()) {
            return file.hasCompanions()
                    ? new Verdict.Damaged("Its log is there, the file itself is not")
                    : new Verdict.Absent();
        }
        if (!Files.isRegularFile(file.path())) {
            return unusable(file, "It is not a file");
        }
        if (!Files.isWritable(file.path())) {
            return unusable(file, "There is no right to write it");
        }
        if (!Files.isWritable(file.folder())) {
            return unusable(file, "There is no right to write in its folder");
        }
        long size = Files.size(file.path());
        if (size < SMALLEST_PAGE) {
            // SQLite would take some of these for a new database.
            return new Verdict.Damaged(size == 0 ? "It is empty" : "It is cut short");
        }
        try (Connection connection =
                file.hasCompanions()
                        ? Sqlite.reader(file.path(), patience)
                        : Sqlite.still(file.path(), patience)) {
            return look(file, connection);
        } catch (SQLException e) {
            return of(file, e);
        }
    }

    /** What an error of SQLite says of the file. */
    static Verdict of(StoreFile file, SQLException e) {
        SQLiteErrorCode code = StoreException.primaryCode(e);
        Failure failure = StoreException.failure(file.name(), e);
        if (code == SQLiteErrorCode.SQLITE_NOTADB) {
            return new Verdict.Damaged("It is not a database");
        }
        return failure.reason() == Reason.STORE_DAMAGED
                ? new Verdict.Damaged(failure.detail())
                : new Verdict.Untouchable(failure);
    }

    private static Verdict look(StoreFile file, Connection connection) throws SQLException {
        if (Sqlite.number(connection, "PRAGMA application_id") != APPLICATION_ID) {
            // Some other program's data: not ours to move.
            return unusable(file, "It is a database of another program");
        }
        int version = Migrations.versionOf(connection);
        int ours = Migration.latest().version();
        if (version > ours) {
            return new Verdict.Untouchable(
                    new Failure(
                            Reason.STORE_NEWER,
                            file.name(),
                            "Its version is " + version + ", this Curfew knows up to " + ours));
        }
        if (version < 1) {
            return new Verdict.Damaged("No Curfew wrote its version, " + version);
        }
        Optional<String> difference = SchemaHash.firstDifference(connection, version);
        if (difference.isPresent()) {
            return new Verdict.Damaged(difference.get());
        }
        // Only now, with a schema that is ours; read-only, SQLite leaves out CHECK conditions.
        String check = Sqlite.text(connection, "PRAGMA quick_check(1)");
        return check.equals("ok")
                ? new Verdict.Sound()
                : new Verdict.Damaged("SQLite's check says: " + check);
    }

    private static Verdict unusable(StoreFile file, String detail) {
        return new Verdict.Untouchable(StoreException.unusable(file.name(), detail));
    }
}
