package dev.curfew.localstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.ServerTimings;
import dev.curfew.localstore.Fixtures;
import dev.curfew.localstore.LocalStore;
import dev.curfew.localstore.TestKey;
import dev.curfew.localstore.database.Sqlite;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.Checkpoint;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpgradeTest {
    /** Rows as version 1 wrote them, hash included: this text never changes. */
    private static final String ROWS_OF_1 =
            """
            INSERT INTO connections (name, address_kind, address_path, credentials_kind,
                cache_reload, agent_sync, default_x509_ttl, default_jwt_ttl, timings_assumed)
            VALUES ('lab', 'unix', '/run/api.sock', 'local-socket',
                'PT5S', 'PT5S', 'PT1H', 'PT5M', 1);
            INSERT INTO preferences (key, value) VALUES ('theme', 'dark');
            INSERT INTO journal VALUES (1, 1795352400123456, 'op', 0, 'PLANNED', 'ada',
                'production', 'tighten', 'spiffe://bank.example/agent/refunds', 'ended task',
                'INC-7', '{"ttl":60}', '', zeroblob(32), x'cceb7c61b686f1b9368dd37a0dbf1acfd126178110af5536795d14e410ca8633');
            UPDATE journal_tip SET count = 1, hash = x'cceb7c61b686f1b9368dd37a0dbf1acfd126178110af5536795d14e410ca8633';
            """;

    /** What version 2 added to them. */
    private static final String ROWS_OF_2 =
            """
            INSERT INTO snapshots (operation_id, subject, json) VALUES ('op', 'before', '[]');
            """;

    @TempDir Path folder;

    @Test
    void aFileOfVersion1IsUpgradedWithEverythingInIt() throws SQLException {
        Path file = version(1);

        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.connections().all())
                    .containsExactly(ConnectionProfile.local("lab", Path.of("/run/api.sock")));
            assertThat(store.preferences().get("theme")).contains("dark");
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(1L));
            assertThat(store.journal().newestBefore(2, 1))
                    .extracting(JournalRecord::entry, JournalRecord::at)
                    .containsExactly(tuple(Fixtures.entry("op", 0, Phase.PLANNED), Fixtures.NOW));

            store.snapshots().save("op", "entry", "{}");
            assertThat(store.snapshots().subjects("op")).containsExactly("entry");
            assertThat(store.journal().append(Fixtures.note("after")).number()).isEqualTo(2);
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(2L));
        }
        try (Connection connection = Sqlite.reader(file, Duration.ZERO)) {
            assertThat(Migrations.versionOf(connection)).isEqualTo(Migration.latest().version());
            assertThat(SchemaHash.of(connection)).isEqualTo(Migration.latest().schemaHash());
        }
    }

    @Test
    void timingsThatWereDeclaredStaySoAndTheirAgeIsNotKnown() throws SQLException {
        Path file = version(1);
        try (Connection connection = Sqlite.writer(file, Duration.ZERO)) {
            Sqlite.execute(
                    connection, "UPDATE connections SET agent_sync = 'PT30S', timings_assumed = 0");
        }

        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.connections().all())
                    .extracting(ConnectionProfile::timings)
                    .containsExactly(
                            new ServerTimings(
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(30),
                                    Duration.ofHours(1),
                                    Duration.ofMinutes(5),
                                    false));
        }
    }

    @Test
    void twoThatOpenAnOldFileAtOnceUpgradeItOnce() throws Exception {
        Path file = version(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<LocalStore>> opened =
                    List.of(
                            threads.submit(() -> Fixtures.open(file)),
                            threads.submit(() -> Fixtures.open(file)));
            try (LocalStore one = opened.get(0).get();
                    LocalStore other = opened.get(1).get()) {
                one.snapshots().save("op", "entry", "{}");
                assertThat(other.snapshots().find("op", "entry")).contains("{}");
                assertThat(other.journal().verify()).isEqualTo(Outcome.ok(1L));
            }
        }
    }

    @Test
    void aFileOfVersion2IsUpgradedWithEverythingInIt() throws SQLException {
        Path file = version(2);
        TestKey key = new TestKey();

        try (LocalStore store = Fixtures.open(file)) {
            assertThat(store.snapshots().find("op", "before")).contains("[]");
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(1L));

            assertThat(store.checkpoints().all()).isEmpty();
            String hash = store.journal().newestBefore(2, 1).getFirst().hash();
            Checkpoint checkpoint = key.seal(1, hash);
            store.checkpoints().save(checkpoint);
            assertThat(store.checkpoints().all()).containsExactly(checkpoint);
            assertThat(store.journal().verify()).isEqualTo(Outcome.ok(1L));
        }
        try (Connection connection = Sqlite.reader(file, Duration.ZERO)) {
            assertThat(Migrations.versionOf(connection)).isEqualTo(Migration.latest().version());
            assertThat(SchemaHash.of(connection)).isEqualTo(Migration.latest().schemaHash());
        }
    }

    private Path version(int version) throws SQLException {
        Path file = folder.resolve("store.db");
        try (Connection connection = Sqlite.writer(file, Duration.ZERO)) {
            Sqlite.execute(connection, "PRAGMA journal_mode = WAL");
            Migrations.upTo(version, connection);
            Sqlite.execute(connection, ROWS_OF_1);
            if (version >= 2) {
                Sqlite.execute(connection, ROWS_OF_2);
            }
        }
        return file;
    }
}
