package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GrantsCommandTest {
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
    void whatWasChangedIsToldOnce() {
        Terminal.Result all = terminal.type("grants", "changes", "lab:policy", "--json");
        assertThat(all.code()).isZero();
        List<JsonNode> lines = all.out().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines).hasSizeGreaterThan(90);
        assertThat(lines.getFirst().path("change").asString()).isEqualTo("written");
        assertThat(lines.getFirst().path("at").asString()).endsWith("Z");
        String place = lines.getLast().path("next").asString();
        Terminal.Result nothing = terminal.type("grants", "changes", "lab:policy", "--from", place);
        assertThat(nothing.code()).isZero();
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err())
                .endsWith("All that there is until now. To go on here: --from " + place + "\n");
    }

    @Test
    void listsGrantsWithTheirEndsAndStates() {
        Terminal.Result result = terminal.type("grants", "list", "lab:policy");
        assertThat(result.code()).isZero();
        assertThat(result.err()).endsWith("\n56 grants of 95 relationships on lab:policy\n");
        List<String> lines =
                result.lines().stream().map(line -> line.replaceAll(" {2,}", " | ")).toList();
        assertThat(lines).hasSize(57);
        assertThat(lines.getFirst())
                .isEqualTo("FROM | TO | KIND | WHAT | TASK | ENDS | STATE | SOURCE");
        assertThat(lines)
                .contains(
                        "user:sami.haddad | spiffe://acme.test/agent/invoice-agent | delegates"
                                + " | write dataset:invoices, read dataset:ledger | month-end"
                                + " | 2026-11-22T12:30:00Z (in 30 m) | live"
                                + " | delegation:month-end.1",
                        // Leased for longer, but the backend asks for the hop above, too.
                        "spiffe://acme.test/agent/invoice-agent"
                                + " | spiffe://acme.test/agent/ledger-reader | delegates"
                                + " | read dataset:ledger | month-end"
                                + " | 2026-11-22T12:30:00Z (in 30 m), with one above it | live"
                                + " | delegation:month-end.2",
                        "spiffe://acme.test/agent/mail-drafter"
                                + " | spiffe://acme.test/agent/report-export | delegates"
                                + " | nothing | inbox | 2026-11-22T14:00:00Z (in 2 h) | live"
                                + " | delegation:inbox.3",
                        "spiffe://acme.test/agent/data-labeler"
                                + " | tool:acme.test/agent/mcp-browser | standing"
                                + " | use tool:acme.test/agent/mcp-browser"
                                + " | 2026-11-19T12:00:00Z (3 d ago) | expired"
                                + " | tool:acme.test/agent/mcp-browser#standing"
                                + "@agent:acme.test/agent/data-labeler",
                        // A ring has no first hop; what is known of it is still a bound.
                        "spiffe://acme.test/agent/eval-runner | dataset:labels | uses"
                                + " | write dataset:labels | labeling"
                                + " | 2026-11-22T17:00:00Z (in 5 h), with one above it | live"
                                + " | dataset:labels#write_via@delegation:labeling.2");
    }

    @Test
    void aSavedNameStandsForIt() {
        var server = terminal.lab.policy();
        String target = "openfga:127.0.0.1:" + server.address().getPort() + "/" + server.store();
        assertThat(terminal.type("connections", "add", "policies", target).code()).isZero();
        assertThat(terminal.type("connections", "add", "policies", target).code()).isEqualTo(33);
        assertThat(terminal.type("connections", "list").out())
                .contains("policies  " + target)
                .contains("no key, without TLS");

        Terminal.Result result = terminal.type("grants", "list", "policies");
        assertThat(result.code()).isZero();
        assertThat(result.err()).endsWith("\n56 grants of 95 relationships on policies\n");

        assertThat(terminal.type("connections", "remove", "policies").code()).isZero();
        assertThat(terminal.type("grants", "list", "policies").code()).isEqualTo(2);
    }

    @Test
    void theSameAsJson() {
        Terminal.Result result = terminal.type("grants", "list", "lab:policy", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        JsonNode json = result.json();
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(json.path("relationships").asInt()).isEqualTo(95);
        assertThat(json.path("grants").size()).isEqualTo(56);
        JsonNode hop =
                json.path("grants")
                        .valueStream()
                        .filter(one ->
                                one.path("id")
                                        .asString()
                                        .equals("lab:policy delegation:month-end.2"))
                        .findFirst()
                        .orElseThrow();
        assertThat(hop.path("parent").asString()).isEqualTo("lab:policy delegation:month-end.1");
        assertThat(hop.path("own_end").asString()).isEqualTo("2026-11-23T14:00:00Z");
        assertThat(hop.path("ends").asString()).isEqualTo("2026-11-22T12:30:00Z");
        assertThat(hop.path("ends_with_above").asBoolean()).isTrue();
        assertThat(hop.at("/source/system").asString()).isEqualTo("lab:policy");
        assertThat(hop.at("/source/origin").asString()).isEqualTo("observed");
    }

    @Test
    void whatAMappingDoesNotNameIsShownAsItIs() throws IOException {
        Path mapping =
                Files.writeString(
                        folder.resolve("mapping.yaml"),
                        """
                        types:
                          agent: agent
                          tool: tool
                        rights:
                          - type: tool
                            relation: standing
                            action: use
                        """);
        Terminal.Result result =
                terminal.type("grants", "list", "lab:policy", "--mapping", mapping.toString());
        assertThat(result.code()).isZero();
        assertThat(result.lines()).hasSize(96);
        assertThat(result.err())
                .contains("95 grants of 95 relationships")
                .endsWith(
                        "shown as they are: agent#owner, dataset#read_via, dataset#write_via,"
                                + " delegation#delegate, delegation#delegator, delegation#lease_a,"
                                + " delegation#parent, delegation#root, task#initiator, task#via,"
                                + " tool#via\n");
    }

    @Test
    void aMappingThatIsWrongNamesItsLine() throws IOException {
        Path mapping = Files.writeString(folder.resolve("bad.yaml"), "types:\n  agent: robot\n");
        Terminal.Result result =
                terminal.type("grants", "list", "lab:policy", "--mapping", mapping.toString());
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("line 2: robot is no kind");
    }

    @Test
    void aSavedBackendIsReadByTheMappingItWasSavedWith() throws IOException {
        Path mapping =
                Files.writeString(
                        folder.resolve("kept.yaml"),
                        """
                        types:
                          agent: agent
                          tool: tool
                        rights:
                          - type: tool
                            relation: standing
                            action: use
                        """);
        String target =
                "openfga:127.0.0.1:"
                        + terminal.lab.policy().address().getPort()
                        + "/"
                        + terminal.lab.policy().store();
        assertThat(
                        terminal.type(
                                        "connections",
                                        "add",
                                        "mapped",
                                        target,
                                        "--mapping",
                                        mapping.toString())
                                .code())
                .isZero();
        assertThat(
                        terminal.type("connections", "list", "--json")
                                .json()
                                .at("/connections/0/mapping")
                                .asString())
                .isEqualTo(mapping.toString());
        assertThat(terminal.type("grants", "list", "mapped").err())
                .contains("shown as they are: agent#owner");
        Files.writeString(mapping, "types:\n  agent: robot\n");
        Terminal.Result spoiled = terminal.type("grants", "list", "mapped");
        assertThat(spoiled.code()).isEqualTo(2);
        assertThat(spoiled.err()).contains("line 2: robot is no kind");
        assertThat(
                        terminal.type(
                                        "connections",
                                        "add",
                                        "again",
                                        target,
                                        "--mapping",
                                        mapping.toString())
                                .code())
                .isEqualTo(2);
    }

    @Test
    void explainsAChainHopByHop() {
        Terminal.Result result =
                terminal.type("grants", "explain", "lab:policy", "delegation:month-end.2");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        delegation:month-end.2 (delegates, live)
                          1. user:sami.haddad to spiffe://acme.test/agent/invoice-agent: write dataset:invoices, read dataset:ledger
                             delegation:month-end.1, live, ends: 2026-11-22T12:30:00Z (in 30 m)
                          2. spiffe://acme.test/agent/invoice-agent to spiffe://acme.test/agent/ledger-reader: read dataset:ledger
                             delegation:month-end.2, live, ends: 2026-11-22T12:30:00Z (in 30 m), with one above it
                          Ended by:
                            delegation:month-end.2#lease_a@agent:*
                            Delete the relationship
                            Give the relationship an earlier end
                          Whoever decides asks for the one above each time: it ends with that, too.
                          Given on from it: 2
                        """);
        assertThat(terminal.type("grants", "explain", "lab:policy", "delegation:labeling.1").out())
                .contains("  Its chain leads back to itself: it has no beginning.\n");
        JsonNode json =
                terminal.type(
                                "grants",
                                "explain",
                                "lab:policy",
                                "lab:policy delegation:month-end.2",
                                "--json")
                        .json();
        assertThat(json.at("/grants/0/chain").size()).isEqualTo(2);
        assertThat(json.at("/grants/0/ended_by/0").asString())
                .isEqualTo("delegation:month-end.2#lease_a@agent:*");
        assertThat(terminal.type("grants", "explain", "lab:policy", "nothing").code())
                .isEqualTo(32);
    }
}
