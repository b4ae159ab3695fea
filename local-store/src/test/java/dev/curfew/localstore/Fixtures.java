package dev.curfew.localstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.database.Sqlite;
import dev.curfew.outcome.Failure;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What the tests of the store share. */
public final class Fixtures {
    public static final Instant NOW = Instant.parse("2026-11-22T13:00:00.123456Z");
    public static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private Fixtures() {}

    /** Opens a store that must be the file as it was. */
    public static LocalStore open(Path file) {
        LocalStore.Opened opened = LocalStore.open(file, CLOCK);
        assertThat(opened.notice()).isEmpty();
        assertThat(opened.store().onDisk()).isTrue();
        return opened.store();
    }

    /** Opens a store that must come with a notice; does not wait for other programs. */
    public static Noticed openNoticed(Path file) {
        LocalStore.Opened opened = LocalStore.open(file, CLOCK, Duration.ZERO);
        assertThat(opened.notice()).isPresent();
        return new Noticed(opened.store(), opened.notice().get());
    }

    public record Noticed(LocalStore store, Failure notice) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
        }
    }

    /** Changes a file behind Curfew's back, as a program of an attacker would. */
    public static void tamper(Path file, String... statements) {
        try (Connection connection = Sqlite.writer(file, Duration.ofSeconds(5))) {
            for (String statement : statements) {
                Sqlite.execute(connection, statement);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JournalEntry entry(String operationId, int step, Phase phase) {
        return new JournalEntry(
                operationId,
                step,
                phase,
                "ada",
                "production",
                "tighten",
                "spiffe://bank.example/agent/refunds",
                "ended task",
                "INC-7",
                "{\"ttl\":60}",
                "");
    }

    public static JournalEntry note(String subject) {
        return new JournalEntry(
                "none", 0, Phase.NOTE, "ada", "lab", "armed", subject, "", "", "", "");
    }
}
