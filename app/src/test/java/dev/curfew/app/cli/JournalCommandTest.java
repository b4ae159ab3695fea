package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.LocalStore;
import dev.curfew.store.JournalEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class JournalCommandTest {
    @TempDir Path folder;
    private Terminal terminal;

    @BeforeEach
    void start() throws IOException {
        terminal = new Terminal(folder);
    }

    @AfterEach
    void end() {
        terminal.close();
    }

    @Test
    void anEmptyOneIsNoFailure() {
        Terminal.Result result = terminal.type("journal", "--verify");
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(1);
        assertThat(result.err()).isEqualTo("The chain of all 0 records holds.\n");
    }

    @Test
    void showsTheNewestAndOneOperation() {
        JsonNode done =
                terminal.type(
                                "tighten",
                                "lab:acme.test",
                                "--where",
                                "id:*break-glass",
                                "--x509-ttl",
                                "5m",
                                "--yes",
                                "--json")
                        .json();
        String operation = done.path("operation").asString();
        assertThat(terminal.type("journal", "--limit", "2").lines()).hasSize(3);
        assertThat(terminal.type("journal", "--operation", operation).lines())
                .hasSize(6)
                .allMatch(line -> line.startsWith("NO") || line.contains(operation));
    }

    @Test
    void whatACrashCutOffIsSaid() {
        try (LocalStore store = LocalStore.open(terminal.store, terminal.time).store()) {
            store.journal().append(cutOff(0, JournalEntry.Phase.PLANNED));
            store.journal().append(cutOff(1, JournalEntry.Phase.SENDING));
        }
        Terminal.Result result = terminal.type("journal");
        assertThat(result.code()).isZero();
        assertThat(result.err())
                .startsWith(
                        "Cut off in the middle: tighten of an entry on prod, operation op-1,"
                                + " batches without an answer: 1.");
        assertThat(terminal.type("journal", "--json").json().at("/cut_off/0/operation").asString())
                .isEqualTo("op-1");
    }

    private static JournalEntry cutOff(int step, JournalEntry.Phase phase) {
        return new JournalEntry(
                "op-1", step, phase, "olga", "prod", "tighten", "an entry", "", "", "", "");
    }

    @Test
    void aChangedRecordIsFound() throws SQLException {
        terminal.type(
                "tighten",
                "lab:acme.test",
                "--where",
                "id:*break-glass",
                "--x509-ttl",
                "5m",
                "--yes");
        changeOperatorOf(2);
        Terminal.Result result = terminal.type("journal", "--verify");
        assertThat(result.code()).isEqualTo(54);
        assertThat(result.lines()).hasSize(6);
        assertThat(result.err()).startsWith("The journal");
        assertThat(
                        terminal.type("journal", "--verify", "--json")
                                .json()
                                .at("/error/reason")
                                .asString())
                .isEqualTo("JOURNAL_BROKEN");
    }

    /** As someone would who knows the file: the triggers that forbid it are back afterwards. */
    private void changeOperatorOf(int number) throws SQLException {
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + terminal.store);
                Statement statement = file.createStatement()) {
            Map<String, String> triggers = new LinkedHashMap<>();
            try (ResultSet rows =
                    statement.executeQuery(
                            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")) {
                while (rows.next()) {
                    triggers.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String name : triggers.keySet()) {
                statement.execute("DROP TRIGGER " + name);
            }
            statement.execute("UPDATE journal SET operator = 'mallory' WHERE number = " + number);
            for (String sql : triggers.values()) {
                statement.execute(sql);
            }
        }
    }
}
