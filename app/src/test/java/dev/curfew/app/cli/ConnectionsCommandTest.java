package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.LocalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ConnectionsCommandTest {
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
    void aConnectionIsSavedUsedAndForgotten() {
        String socket = terminal.lab.acme().unixTarget();
        assertThat(
                        terminal.type(
                                        "connections",
                                        "add",
                                        "prod",
                                        socket,
                                        "--trust-domain",
                                        "acme.test")
                                .code())
                .isZero();
        assertThat(terminal.type("connections", "list").out().replaceAll(" {2,}", " | "))
                .isEqualTo(
                        """
                        NAME | TARGET | TRUST DOMAIN | TIMINGS | CREDENTIAL
                        prod | unix:/lab/acme.test.sock | acme.test | assumed 5 s, 5 s, 1 h, 5 m | none (local socket)
                        """);
        assertThat(terminal.type("list", "prod", "authorities").lines()).hasSize(3);
        assertThat(terminal.type("connections", "remove", "prod").code()).isZero();
        assertThat(terminal.type("list", "prod", "authorities").code()).isEqualTo(4);
        assertThat(terminal.type("connections", "remove", "prod").code()).isEqualTo(4);
    }

    @Test
    void aNameIsNotTakenTwiceUnlessAsked() {
        assertThat(terminal.type("connections", "add", "a", "unix:/one.sock").code()).isZero();
        Terminal.Result second = terminal.type("connections", "add", "a", "unix:/two.sock");
        assertThat(second.code()).isEqualTo(33);
        assertThat(second.err()).contains("add --replace to save this one in its place");
        assertThat(terminal.type("connections", "add", "a", "unix:/two.sock", "--replace").code())
                .isZero();
        assertThat(terminal.type("connections", "list").out()).contains("unix:/two.sock");
    }

    @Test
    void oneThatCanNotBeReadIsNamedAndKeptUntilItIsMeant() {
        try (LocalStore store = LocalStore.open(terminal.store, terminal.time).store()) {
            store.preferences()
                    .put("policy.backends", "[{\"name\":\"newer\",\"target\":\"topaz:h:1\"}]");
        }
        assertThat(terminal.type("connections", "add", "fga", "openfga:h:1").code()).isZero();
        Terminal.Result list = terminal.type("connections", "list");
        assertThat(list.code()).isZero();
        assertThat(list.lines()).hasSize(2);
        assertThat(list.err())
                .startsWith("The saved connection newer can not be read.")
                .contains("its target: a policy backend begins with openfga:");
        assertThat(
                        terminal.type("connections", "list", "--json")
                                .json()
                                .at("/unreadable/0/why/reason")
                                .asString())
                .isEqualTo("CONNECTION_UNREADABLE");
        assertThat(terminal.type("check", "newer").code()).isEqualTo(79);
        assertThat(terminal.type("connections", "add", "newer", "openfga:h:1").code())
                .isEqualTo(33);
        assertThat(terminal.type("connections", "add", "newer", "unix:/a.sock").code())
                .isEqualTo(33);
        assertThat(terminal.type("connections", "remove", "newer").code()).isZero();
        assertThat(terminal.type("connections", "list").err()).isEmpty();
    }

    @Test
    void aServerThatCanNotBeReadIsNotReplacedUnasked() throws SQLException {
        terminal.type("connections", "add", "newer", "unix:/a.sock");
        try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + terminal.store);
                Statement statement = file.createStatement()) {
            statement.execute("UPDATE connections SET timings = '{\"AGENT_SYNC\":\"soon\"}'");
        }
        Terminal.Result list = terminal.type("connections", "list");
        assertThat(list.lines()).hasSize(1);
        assertThat(list.err())
                .startsWith("The saved connection newer can not be read.")
                .contains("timings are no timings");
        assertThat(
                        terminal.type("connections", "list", "--json")
                                .json()
                                .at("/unreadable/0/name")
                                .asString())
                .isEqualTo("newer");
        assertThat(terminal.type("check", "newer").code()).isEqualTo(79);
        assertThat(terminal.type("connections", "add", "newer", "unix:/b.sock").code())
                .isEqualTo(33);
        assertThat(terminal.type("connections", "add", "newer", "openfga:h:1").code())
                .isEqualTo(33);
        assertThat(terminal.type("connections", "list").err()).isNotEmpty();
        assertThat(terminal.type("connections", "remove", "newer").code()).isZero();
        assertThat(terminal.type("connections", "list").err()).isEmpty();
    }

    @Test
    void onlyReferencesAreSaved() {
        terminal.environment.put("PASS", "hunter2");
        terminal.type(
                "connections",
                "add",
                "edge",
                "spire.acme.test:8081",
                "--p12",
                "/k/svid.p12",
                "--p12-pass-env",
                "PASS",
                "--bundle",
                "/k/bundle.pem",
                "--server-cache",
                "5s",
                "--agent-sync",
                "10s",
                "--default-x509-ttl",
                "1h",
                "--default-jwt-ttl",
                "5m");
        Terminal.Result list = terminal.type("connections", "list", "--json");
        assertThat(list.out()).doesNotContain("hunter2");
        JsonNode one = list.json().path("connections").get(0);
        assertThat(one.path("credential").asString())
                .isEqualTo(
                        "PKCS#12 /k/svid.p12, passphrase from variable PASS, bundle /k/bundle.pem");
        assertThat(one.at("/timings/source").asString()).isEqualTo("declared");
        assertThat(one.at("/timings/agent_sync_seconds").asInt()).isEqualTo(10);
    }

    @Test
    void aNameThatCouldBeSomethingElseIsRefused() {
        for (String name : new String[] {"lab:x", "-x", "a b", "", "x".repeat(65)}) {
            assertThat(terminal.type("connections", "add", "--", name, "unix:/one.sock").code())
                    .as(name)
                    .isEqualTo(2);
        }
        assertThat(terminal.type("connections").code()).isEqualTo(2);
    }

    @Test
    void aSavedConnectionKeepsItsOptions() {
        terminal.type("connections", "add", "prod", "unix:/one.sock");
        Terminal.Result result = terminal.type("check", "prod", "--trust-domain", "acme.test");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("a saved connection keeps its own options");
    }
}
