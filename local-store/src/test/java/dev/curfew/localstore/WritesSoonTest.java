package dev.curfew.localstore;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.localstore.database.Database;
import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalRecord;
import dev.curfew.store.Pending;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritesSoonTest {
    @TempDir Path folder;

    @Test
    void recordsKeepTheirOrderAndAreThereOnceALaterOneIs() {
        try (LocalStore store = Fixtures.open(folder.resolve("store.db"))) {
            for (int i = 1; i < 50; i++) {
                store.journal().appendSoon(note("note " + i));
            }
            store.snapshots().saveSoon("op", "before", "{}");
            JournalRecord last = store.journal().append(note("note 50"));
            assertThat(last.number()).isEqualTo(50);
            assertThat(store.journal().newestBefore(51, 50).reversed())
                    .extracting(record -> record.entry().subject())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 50).mapToObj(i -> "note " + i).toList());
            assertThat(store.snapshots().find("op", "before")).contains("{}");
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(50L));
        }
    }

    @Test
    void whatCouldNotBeWrittenIsToldToWhoeverWaitsForIt() throws Exception {
        Path file = folder.resolve("store.db");
        try (LocalStore store = LocalStore.open(file, Fixtures.CLOCK, Duration.ZERO).store();
                Connection other = Sqlite.writer(file, Duration.ZERO)) {
            Sqlite.execute(other, "BEGIN IMMEDIATE");
            Pending lost = store.journal().appendSoon(note("lost"));
            assertThatThrownBy(lost::await).isInstanceOf(StoreException.class);
            Sqlite.execute(other, "ROLLBACK");
            store.journal().append(note("kept"));
            assertThat(store.journal().newestBefore(10, 10))
                    .extracting(record -> record.entry().subject())
                    .containsExactly("kept");
        }
    }

    @Test
    void writesThatGoTogetherFailAlone() throws Exception {
        Path file = folder.resolve("plain.db");
        Connection writer = Sqlite.writer(file, Duration.ZERO);
        Sqlite.execute(writer, "CREATE TABLE numbers (n INTEGER UNIQUE)");
        try (Database database = Database.onFile(file, writer, Duration.ZERO, () -> {})) {
            CountDownLatch allAsked = new CountDownLatch(1);
            List<Pending> writes = new ArrayList<>();
            writes.add(
                    database.writeSoon(handle -> {
                        allAsked.await();
                        return 0;
                    }));
            for (int n : new int[] {1, 2, 1, 3}) {
                writes.add(
                        database.writeSoon(handle ->
                                handle.execute("INSERT INTO numbers VALUES (?)", n + 10)
                                        + handle.execute("INSERT INTO numbers VALUES (?)", n)));
            }
            allAsked.countDown();
            writes.get(1).await();
            writes.get(2).await();
            assertThatThrownBy(writes.get(3)::await).isInstanceOf(RuntimeException.class);
            writes.get(4).await();
            assertThat(
                            database.<List<Integer>>read(handle ->
                                    handle.createQuery("SELECT n FROM numbers ORDER BY n")
                                            .mapTo(Integer.class)
                                            .list()))
                    .containsExactly(1, 2, 3, 11, 12, 13);
        }
    }

    @Test
    void whatNobodyWaitsForReachesTheDiskByItself() throws Exception {
        Path file = folder.resolve("alone.db");
        try (Database database =
                Database.onFile(
                        file, Sqlite.writer(file, Duration.ZERO), Duration.ZERO, () -> {})) {
            CountDownLatch written = new CountDownLatch(1);
            database.writeSoon(_ -> {
                written.countDown();
                return 0;
            });
            assertThat(written.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatNobodyWaitedForIsKeptWhenTheStoreIsClosed() {
        Path file = folder.resolve("store.db");
        try (LocalStore store = Fixtures.open(file)) {
            store.journal().appendSoon(note("last words"));
        }
        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.journal().newestBefore(10, 10))
                    .extracting(record -> record.entry().subject())
                    .containsExactly("last words");
        }
    }
}
