package dev.curfew.localstore.opening;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.schema.Migrations;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UntouchableFileTest {
    @TempDir Path temporary;
    private Path folder;
    private Path file;

    @BeforeEach
    void name() throws IOException {
        folder = temporary.toRealPath();
        file = folder.resolve("store.db");
    }

    @Test
    void aNewerFileIsLeftByteForByteAndCurfewOpensInMemory() throws IOException {
        Fixtures.open(file).close();
        Fixtures.tamper(
                file, "CREATE TABLE of_the_future (x TEXT) STRICT", "PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file);

        inMemoryBecause(Reason.STORE_NEWER, "Its version is 99, this Curfew knows up to 4");

        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactly("store.db", "store.db.lock");
    }

    @Test
    void aNewerFileWhoseVersionIsInTheLogOnlyIsLeftTogetherWithItsLog() throws Exception {
        Path original = folder.resolve("original.db");
        Fixtures.open(original).close();
        try (Connection connection = Sqlite.writer(original, Duration.ZERO)) {
            Sqlite.execute(connection, "PRAGMA user_version = 77");
            Files.copy(original, file);
            Files.copy(folder.resolve("original.db-wal"), folder.resolve("store.db-wal"));
        }
        byte[] before = Files.readAllBytes(file);
        byte[] log = Files.readAllBytes(folder.resolve("store.db-wal"));

        inMemoryBecause(Reason.STORE_NEWER, "Its version is 77, this Curfew knows up to 4");

        assertThat(file).hasBinaryContent(before);
        assertThat(folder.resolve("store.db-wal")).hasBinaryContent(log);
    }

    @Test
    void anotherProgramsDatabaseIsNotOursToMove() throws Exception {
        try (Connection connection = Sqlite.writer(file, Duration.ZERO)) {
            Sqlite.execute(connection, "CREATE TABLE bookmarks (url TEXT)");
        }
        byte[] before = Files.readAllBytes(file);

        inMemoryBecause(Reason.STORE_UNUSABLE, "It is a database of another program");

        assertThat(file).hasBinaryContent(before);
        assertThat(names()).containsExactly("store.db", "store.db.lock");
    }

    @Test
    void aFolderInItsPlaceIsLeft() throws IOException {
        Files.createDirectory(file);
        inMemoryBecause(Reason.STORE_UNUSABLE, "It is not a file");
        assertThat(file).isEmptyDirectory();
    }

    @Test
    void aFileWhereTheFolderShouldBeIsLeft() throws IOException {
        Path notAFolder = folder.resolve("file");
        Files.writeString(notAFolder, "text");
        file = notAFolder.resolve("store.db");
        inMemoryBecause(Reason.STORE_UNUSABLE, "It can not be written there: " + notAFolder);
        assertThat(notAFolder).hasContent("text");
    }

    @Test
    void aReadOnlyFolderIsSaidToBeOne() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();
        file = closed.resolve("store.db");

        inMemoryBecause(
                Reason.STORE_UNUSABLE,
                "There is no right to write " + closed.resolve("store.db.lock"));

        assertThat(closed).isEmptyDirectory();
    }

    @Test
    void aFolderThatBecameReadOnlyIsSaidToBeOne() throws IOException {
        Fixtures.open(file).close();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-x------"));
        try {
            assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
            inMemoryBecause(Reason.STORE_UNUSABLE, "There is no right to write in its folder");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anOpeningThatDoesNotFinishIsWaitedForInVain() throws IOException {
        Fixtures.open(file).close();
        StoreFile stored = StoreFile.at(file);
        try (OpeningTurn turn = OpeningTurn.await(stored.lock(), Duration.ZERO).orElseThrow()) {
            assertThat(turn.alone()).isTrue();
            inMemoryBecause(Reason.STORE_BUSY, "Another Curfew is opening it and does not finish");
        }
        Fixtures.open(file).close();
    }

    @Test
    void anUpgradeThatIsKeptWaitingLeavesTheOldFile() throws SQLException {
        try (Connection other = Sqlite.writer(file, Duration.ZERO)) {
            Sqlite.execute(other, "PRAGMA journal_mode = WAL");
            Migrations.upTo(1, other);
            Sqlite.execute(other, "BEGIN IMMEDIATE");
            inMemoryBecause(Reason.STORE_BUSY, "Another program kept it locked for too long");
            assertThat(Migrations.versionOf(other)).isOne();
        }
        Fixtures.open(file).close();
    }

    private void inMemoryBecause(Reason reason, String detail) {
        try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
            assertThat(opened.notice()).isEqualTo(new Failure(reason, file.toString(), detail));
            LocalStore store = opened.store();
            assertThat(store.onDisk()).isFalse();
            store.preferences().put("theme", "dark");
            assertThat(store.preferences().get("theme")).isEqualTo(Optional.of("dark"));
            assertThat(store.journal().append(note("in memory")).number()).isOne();
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(1L));
        }
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList().stream();
        }
    }
}
