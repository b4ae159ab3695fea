package dev.curfew.localstore;

import static dev.curfew.localstore.Fixtures.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.localstore.database.Sqlite;
import dev.curfew.localstore.database.StoreException;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("store.db");
    }

    @Test
    void twoStoresOnOneFileAppendToOneChain() throws Exception {
        List<Future<JournalRecord>> written = new ArrayList<>();
        try (LocalStore one = Fixtures.open(file);
                LocalStore other = Fixtures.open(file);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                LocalStore store = i % 2 == 0 ? one : other;
                String subject = "note " + i;
                written.add(threads.submit(() -> store.journal().append(note(subject))));
            }
            List<JournalRecord> records = new ArrayList<>();
            for (Future<JournalRecord> future : written) {
                records.add(future.get());
            }
            assertThat(records)
                    .extracting(JournalRecord::number)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 200).boxed().toList());
            assertThat(one.journal().newestBefore(201, 200))
                    .containsExactlyInAnyOrderElementsOf(records)
                    .isEqualTo(other.journal().newestBefore(201, 200));
            assertThat(one.journal().verify()).isEqualTo(Outcome.ok(200L));
        }
    }

    @Test
    void twoStoresSeeEachOthersConnections() {
        ConnectionProfile profile = ConnectionProfile.local("lab", Path.of("/s"));
        try (LocalStore one = Fixtures.open(file);
                LocalStore other = Fixtures.open(file)) {
            one.connections().save(profile);
            assertThat(other.connections().all()).containsExactly(profile);
            other.connections().remove("lab");
            assertThat(one.connections().all()).isEmpty();
        }
    }

    @Test
    void aWriteThatWaitsTooLongFailsAsBusyAndLeavesNothing() throws Exception {
        try (LocalStore store = LocalStore.open(file, Fixtures.CLOCK, Duration.ZERO).store();
                Connection other = Sqlite.writer(file, Duration.ZERO)) {
            store.journal().append(note("before"));
            Sqlite.execute(other, "BEGIN IMMEDIATE");

            assertThatThrownBy(() -> store.journal().append(note("meanwhile")))
                    .asInstanceOf(type(StoreException.class))
                    .extracting(StoreException::failure)
                    .isEqualTo(
                            new Failure(
                                    Reason.STORE_BUSY,
                                    file.toRealPath().toString(),
                                    "Another program kept it locked for too long"));
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(1L));

            Sqlite.execute(other, "ROLLBACK");
            assertThat(store.journal().append(note("after")).number()).isEqualTo(2);
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(2L));
        }
    }

    @Test
    void anInterruptedCallerStillLearnsThatItsRecordIsWritten() {
        try (LocalStore store = Fixtures.open(file)) {
            Thread.currentThread().interrupt();
            JournalRecord record = store.journal().append(note("interrupted"));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.journal().newestBefore(2, 1)).containsExactly(record);
        }
    }

    @Test
    void opensAtOnceFromManyThreadsMakeOneFile() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Long>> numbers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                numbers.add(
                        threads.submit(() -> {
                            try (LocalStore store = Fixtures.open(file)) {
                                return store.journal().append(note("one")).number();
                            }
                        }));
            }
            List<Long> seen = new ArrayList<>();
            for (Future<Long> number : numbers) {
                seen.add(number.get());
            }
            assertThat(seen).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        }
    }
}
