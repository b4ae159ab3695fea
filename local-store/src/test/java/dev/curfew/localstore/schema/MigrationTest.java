package dev.curfew.localstore.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.database.Sqlite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MigrationTest {
    static final Iterable<Migration> ALL = Migration.ALL;

    @Test
    void versionsCountFromOneWithoutGaps() {
        assertThat(Migration.ALL)
                .extracting(Migration::version)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, Migration.ALL.size()).boxed().toList());
        assertThat(Migration.latest().version()).isEqualTo(Migration.ALL.size());
    }

    /** If this fails, undo the change to the script and write a new one. */
    @ParameterizedTest
    @FieldSource("ALL")
    void aScriptThatWasShippedNeverChanges(Migration migration) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(migration.bytes());
        assertThat(HexFormat.of().formatHex(hash)).isEqualTo(migration.scriptHash());
        assertThat(migration.script()).startsWith("V%03d__".formatted(migration.version()));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void eachVersionHasTheSchemaThatFilesAreHeldTo(Migration migration) throws SQLException {
        try (Connection connection = Sqlite.memory()) {
            Migrations.upTo(migration.version(), connection);
            assertThat(SchemaHash.of(connection)).isEqualTo(migration.schemaHash());
            assertThat(SchemaHash.firstDifference(connection, migration.version())).isEmpty();
            assertThat(Migrations.versionOf(connection)).isEqualTo(migration.version());
        }
    }

    @Test
    void everyScriptIsListed() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/main/resources/dev/curfew/localstore/schema"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Migration.ALL.stream().map(Migration::script).toList());
        }
    }

    @Test
    void aStepThatFailsLeavesTheVersionBefore() throws SQLException {
        try (Connection connection = Sqlite.memory()) {
            Migrations.upTo(1, connection);
            Sqlite.execute(connection, "CREATE TABLE snapshots (in_the_way TEXT) STRICT");
            String before = SchemaHash.of(connection);

            assertThat(failureOf(connection)).contains("table snapshots already exists");

            assertThat(Migrations.versionOf(connection)).isEqualTo(1);
            assertThat(SchemaHash.of(connection)).isEqualTo(before);
        }
    }

    private static String failureOf(Connection connection) {
        try {
            Migrations.apply(connection);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
