package dev.curfew.localstore.opening;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFileTest {
    private static final String KEPT = "store.db.damaged-20261122T130000Z";
    private static final int PAGE = 4096;

    @TempDir Path temporary;
    private Path folder;
    private Path file;

    @BeforeEach
    void aStoreOfSeveralPages() throws IOException {
        folder = temporary.toRealPath();
        file = folder.resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            for (int i = 0; i < 60; i++) {
                store.journal().append(note("subject " + "x".repeat(500)));
            }
        }
    }

    @Test
    void anEmptyFileIsDamaged() throws IOException {
        damagedAs(new byte[0], "It is empty");
    }

    @Test
    void aTextFileIsNotADatabase() throws IOException {
        byte[] text = "To whom it may concern.\n".repeat(500).getBytes(StandardCharsets.UTF_8);
        damagedAs(text, "It is not a database");
    }

    @Test
    void randomBytesAreNotADatabase() throws IOException {
        damagedAs(random(20 * PAGE), "It is not a database");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 600, PAGE - 1, PAGE, 5 * PAGE, 5 * PAGE + 1000})
    void aCutFileIsDamaged(int length) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        assertThat(whole.length).isGreaterThan(8 * PAGE);
        damaged(Arrays.copyOf(whole, length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7})
    void randomBytesInTheMiddleAreFound(int page) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        System.arraycopy(random(PAGE), 0, bytes, page * PAGE, PAGE);
        damaged(bytes);
    }

    @Test
    void aBrokenHeaderIsFound() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[0] = 'X';
        damagedAs(bytes, "It is not a database");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    CREATE TRIGGER spy AFTER INSERT ON preferences BEGIN DELETE FROM connections; END \
                    | It has a trigger spy that Curfew did not make
                    CREATE VIEW spy AS SELECT * FROM journal \
                    | It has a view spy that Curfew did not make
                    CREATE TABLE more (x) | It has a table more that Curfew did not make
                    CREATE INDEX slow ON journal (subject) \
                    | It has a index slow that Curfew did not make
                    ALTER TABLE preferences ADD COLUMN more TEXT \
                    | It has a table preferences that Curfew did not make
                    DROP TRIGGER journal_refuses_delete | It lacks the trigger journal_refuses_delete
                    DROP TABLE snapshots | It lacks the index sqlite_autoindex_snapshots_1
                    PRAGMA user_version = 0 | No Curfew wrote its version, 0
                    PRAGMA user_version = -3 | No Curfew wrote its version, -3
                    """)
    void aSchemaThatIsNotOursIsRefused(String statement, String why) throws IOException {
        Fixtures.tamper(file, statement);
        damagedAs(Files.readAllBytes(file), why);
    }

    @Test
    void aTriggerReplacedByAHarmlessOneOfTheSameNameIsRefused() throws IOException {
        Fixtures.tamper(
                file,
                "DROP TRIGGER journal_refuses_update",
                "CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal"
                        + " BEGIN SELECT 1; END");
        damagedAs(
                Files.readAllBytes(file),
                "It has a trigger journal_refuses_update that Curfew did not make");
    }

    @Test
    void theLogIsKeptTogetherWithItsFile() throws IOException {
        byte[] log;
        try (LocalStore store = Fixtures.open(file)) {
            store.journal().append(note("in the log only"));
            log = Files.readAllBytes(folder.resolve("store.db-wal"));
        }
        Files.write(folder.resolve("store.db-wal"), log);
        damagedAs(
                "not a database, for sure".repeat(99).getBytes(StandardCharsets.UTF_8),
                "It is not a database");
        assertThat(folder.resolve(KEPT + "-wal")).hasBinaryContent(log);
    }

    @Test
    void aLogWithoutItsFileIsNotPlayedIntoTheNext() throws IOException {
        Files.delete(file);
        byte[] log = random(5000);
        Files.write(folder.resolve("store.db-wal"), log);
        try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
            assertThat(opened.notice())
                    .isEqualTo(notice("Its log is there, the file itself is not", KEPT));
            assertThat(opened.store().onDisk()).isTrue();
        }
        assertThat(folder.resolve(KEPT + "-wal")).hasBinaryContent(log);
    }

    @Test
    void twoDamagedFilesOfTheSameSecondAreBothKept() throws IOException {
        for (String kept : List.of(KEPT, KEPT + "-2", KEPT + "-3")) {
            byte[] bytes = kept.repeat(20).getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes);
            try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
                assertThat(opened.notice()).isEqualTo(notice("It is not a database", kept));
            }
            assertThat(folder.resolve(kept)).hasBinaryContent(bytes);
        }
    }

    @Test
    void whileAnotherCurfewHasItOpenADamagedFileStaysWhereItIs() throws IOException {
        try (LocalStore first = Fixtures.open(file)) {
            Fixtures.tamper(file, "CREATE VIEW spy AS SELECT 1");
            try (Fixtures.Noticed second = Fixtures.openNoticed(file)) {
                assertThat(second.notice())
                        .isEqualTo(
                                new Failure(
                                        Reason.STORE_BUSY,
                                        file.toString(),
                                        "It has a view spy that Curfew did not make;"
                                                + " another Curfew still has it open"));
                assertThat(second.store().onDisk()).isFalse();
            }
            assertThat(names()).doesNotContain(KEPT);
            first.journal().append(note("still works"));
        }
        try (Fixtures.Noticed alone = Fixtures.openNoticed(file)) {
            assertThat(alone.notice().reason()).isEqualTo(Reason.STORE_DAMAGED);
            assertThat(names()).contains(KEPT);
        }
    }

    private String damaged(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        String detail;
        try (Fixtures.Noticed opened = Fixtures.openNoticed(file)) {
            assertThat(opened.notice().reason()).isEqualTo(Reason.STORE_DAMAGED);
            assertThat(opened.notice().subject()).isEqualTo(file.toString());
            assertThat(opened.notice().detail()).endsWith("; it was kept as " + KEPT);
            detail = opened.notice().detail();
            assertThat(opened.store().onDisk()).isTrue();
            assertThat(opened.store().journal().append(note("begins anew")).number()).isOne();
        }
        assertThat(folder.resolve(KEPT)).hasBinaryContent(bytes);
        try (LocalStore again = Fixtures.open(file)) {
            assertThat(again.journal().verify()).isEqualTo(Outcome.ok(1L));
        }
        return detail;
    }

    private void damagedAs(byte[] bytes, String why) throws IOException {
        String detail = damaged(bytes);
        assertThat(detail).isEqualTo(why + "; it was kept as " + KEPT);
    }

    private Failure notice(String why, String kept) {
        return new Failure(Reason.STORE_DAMAGED, file.toString(), why + "; it was kept as " + kept);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
