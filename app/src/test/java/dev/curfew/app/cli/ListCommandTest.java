package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ListCommandTest {
    @TempDir static Path folder;
    private static Terminal terminal;

    @BeforeAll
    static void start() throws IOException {
        terminal = new Terminal(folder);
    }

    @AfterAll
    static void end() {
        terminal.close();
    }

    @Test
    void workloadsAsAnAlignedTable() {
        Terminal.Result result =
                terminal.type(
                        "list",
                        "lab:acme.test",
                        "workloads",
                        "--where",
                        "admin:true",
                        "--columns",
                        "id,ttl,expires,bound,flags");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        ID                                   TTL          EXPIRES  BOUND    FLAGS
                        spiffe://acme.test/ops/console       1 h          never    process  admin
                        spiffe://acme.test/ops/break-glass   24 h         never    node     admin
                        spiffe://acme.test/agent/deploy-bot  default 1 h  never    node     admin shared
                        """);
        assertThat(result.err()).isEqualTo("3 of 226 workloads on lab:acme.test\n");
    }

    @Test
    void everyKindHasRows() {
        assertThat(terminal.type("list", "lab:acme.test", "nodes").lines()).hasSize(29);
        assertThat(terminal.type("list", "lab:acme.test", "authorities").lines()).hasSize(3);
        assertThat(terminal.type("list", "lab:acme.test", "federation").out())
                .isEqualTo(
                        """
                        TD             PROFILE       URL                                       BUNDLE  ROOTS
                        partner.test   https_spiffe  https://spire.partner.test:8443           yes     1
                        vendor.test    https_spiffe  https://spire.vendor.test:8443            yes     1
                        reseller.test  https_web     https://spiffe.reseller.test/bundle.json          0
                        """);
    }

    @Test
    void rowsAsJson() {
        JsonNode json =
                terminal.type("--json", "list", "lab:acme.test", "nodes", "--where", "banned:true")
                        .json();
        assertThat(json.path("kind").asString()).isEqualTo("nodes");
        assertThat(json.path("trust_domain").asString()).isEqualTo("acme.test");
        assertThat(json.path("total").asInt()).isEqualTo(28);
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(json.path("read_at").asString()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(json.path("rows")).hasSize(2);
        assertThat(json.path("rows").get(0).path("state").asString()).isEqualTo("banned");
    }

    @Test
    void rowsAsCsvForPrograms() {
        assertThat(
                        terminal.type(
                                        "list",
                                        "lab:acme.test",
                                        "workloads",
                                        "--csv",
                                        "--where",
                                        "sa/migration-2024",
                                        "--columns",
                                        "name,ttl,expires,parent")
                                .out())
                .isEqualTo(
                        """
                        name,ttl,expires,parent
                        migration-2024,0,2026-12-04T12:00:00Z,spiffe://acme.test/cluster/prod-eu
                        """);
        assertThat(terminal.type("list", "lab:acme.test", "nodes", "--csv").lines().getFirst())
                .isEqualTo("id,name,type,state,expires,serves,reattest,version,serial,selector");
    }

    @Test
    void aWrongQueryIsMarked() {
        Terminal.Result result =
                terminal.type(
                        "list",
                        "lab:acme.test",
                        "workloads",
                        "--where",
                        "payments ttl>5x admin:true");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo(
                        """
                        The query payments ttl>5x admin:true can not be read.
                          x is not a unit; the units are d, h, m and s (at character 10: ttl>5x).
                          Correct the marked word.

                          payments ttl>5x admin:true
                                   ^^^^^^
                        """);
    }

    @Test
    void aWrongQueryAsJsonTellsItsPlace() {
        Terminal.Result result =
                terminal.type("list", "lab:acme.test", "nodes", "--where", "colour:red", "--json");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEmpty();
        JsonNode error = result.json().path("error");
        assertThat(error.path("reason").asString()).isEqualTo("INVALID_QUERY");
        assertThat(error.path("from").asInt()).isZero();
        assertThat(error.path("to").asInt()).isEqualTo(10);
    }

    @Test
    void aWrongColumnNamesTheRightOnes() {
        Terminal.Result result =
                terminal.type("list", "lab:acme.test", "authorities", "--columns", "kind,colour");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("--columns colour")
                .contains(
                        "the columns are kind, slot, id, trusted, tainted, expires, begins,"
                                + " upstream");
    }
}
