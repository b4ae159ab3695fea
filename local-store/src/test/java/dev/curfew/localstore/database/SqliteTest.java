package dev.curfew.localstore.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.localstore.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteTest {
    @TempDir Path folder;

    @Test
    void everyConnectionIsSuspiciousAndTheWritersIsDurable() throws SQLException {
        Path file = folder.resolve("store.db");
        Fixtures.open(file).close();
        try (Connection writer = Sqlite.writer(file, Duration.ofMillis(1234));
                Connection reader = Sqlite.reader(file, Duration.ofMillis(1234))) {
            assertThat(Sqlite.text(writer, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(Sqlite.number(writer, "PRAGMA synchronous")).isEqualTo(2);
            for (Connection connection : new Connection[] {writer, reader}) {
                assertThat(Sqlite.number(connection, "PRAGMA trusted_schema")).isZero();
                assertThat(Sqlite.number(connection, "PRAGMA cell_size_check")).isOne();
                assertThat(Sqlite.number(connection, "PRAGMA foreign_keys")).isOne();
                assertThat(Sqlite.number(connection, "PRAGMA busy_timeout")).isEqualTo(1234);
                assertThatThrownBy(() -> Sqlite.execute(connection, "SELECT load_extension('x')"))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("not authorized");
            }
            assertThatThrownBy(() -> Sqlite.execute(reader, "DELETE FROM preferences"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("readonly");
        }
    }

    @Test
    void noCharacterOfANameIsAnOption() throws Exception {
        Path file = folder.resolve("a b?mode=memory&x=%41#c ä.db");
        Fixtures.open(file).close();
        assertThat(Files.size(file)).isPositive();
        Fixtures.open(file).close();
    }
}
