package dev.curfew.localstore.journal;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.database.Sqlite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Changes made with another program, the triggers taken away and put back. */
final class Tampering {
    private Tampering() {}

    static void behindTheTriggers(Path file, String... statements) {
        List<String> all = new ArrayList<>();
        List<String> triggers = new ArrayList<>();
        try (Connection connection = Sqlite.reader(file, Duration.ofSeconds(5));
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
            while (rows.next()) {
                all.add("DROP TRIGGER " + rows.getString(1));
                triggers.add(rows.getString(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        all.addAll(List.of(statements));
        all.addAll(triggers);
        Fixtures.tamper(file, all.toArray(String[]::new));
    }
}
