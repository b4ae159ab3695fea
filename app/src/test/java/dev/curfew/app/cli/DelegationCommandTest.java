package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.localstore.LocalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DelegationCommandTest {
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

    private static List<String> findings(JsonNode json) {
        return json.path("findings")
                .valueStream()
                .map(one -> one.path("check").asString() + " " + one.at("/grants/0").asString())
                .toList();
    }

    private static JsonNode check(JsonNode json, String id) {
        return json.path("checks")
                .valueStream()
                .filter(one -> one.path("check").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void findsWhatIsWrongInTheLab() {
        Terminal.Result result = terminal.type("delegation", "check", "lab:policy", "--json");
        assertThat(result.code()).isEqualTo(6);
        assertThat(result.err()).isEmpty();
        JsonNode json = result.json();
        assertThat(json.path("complete").asBoolean()).isTrue();
        assertThat(json.path("grants").asInt()).isEqualTo(56);
        assertThat(findings(json))
                .containsExactly(
                        "D01 lab:policy delegation:release.2",
                        "D03 lab:policy delegation:month-end.2",
                        "D06 lab:policy delegation:labeling.1",
                        "D08 lab:policy delegation:reconciliation.2",
                        "D15 lab:policy tool:customer-export#standing"
                                + "@agent:acme.test/agent/report-export");
        assertThat(json.path("checks").size()).isEqualTo(23);
        assertThat(check(json, "D01").path("judged").asInt()).isEqualTo(8);
        assertThat(check(json, "D13").path("checked").asBoolean()).isFalse();
        assertThat(check(json, "D13").at("/missing/0").asString()).isEqualTo("rules");
        assertThat(check(json, "D17").at("/missing/0").asString()).isEqualTo("attestations");
    }

    @Test
    void whatIsAddedIsCheckedWithTheRest() throws IOException {
        Path declared =
                Files.writeString(
                        folder.resolve("known.yaml"),
                        """
                        version: 1
                        grants:
                          - id: a
                            from: user:erin
                            to: spiffe://acme.test/agent/planner
                            scope: [read dataset:papers]
                          - id: b
                            from: spiffe://acme.test/agent/planner
                            to: spiffe://acme.test/agent/worker
                            scope: [write dataset:papers]
                            parent: a
                        """);
        Terminal.Result alone =
                terminal.type("delegation", "check", "--declared", declared.toString(), "--json");
        assertThat(alone.code()).isEqualTo(6);
        assertThat(alone.err()).isEqualTo("2 grants added from known.yaml\n");
        assertThat(findings(alone.json())).containsExactly("D01 declared known.yaml b");
        JsonNode both =
                terminal.type(
                                "delegation",
                                "check",
                                "lab:policy",
                                "--declared",
                                declared.toString(),
                                "--json")
                        .json();
        assertThat(both.path("grants").asInt()).isEqualTo(58);
        assertThat(findings(both)).hasSize(6).contains("D01 declared known.yaml b");
    }

    @Test
    void withoutAnythingToCheckItSaysWhatIsMissing() {
        Terminal.Result result = terminal.type("delegation", "check");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("Missing required parameter: a TARGET, --token or --declared.");
    }

    @Test
    void aFileThatIsNoTokenEndsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("no.jwt"), "no token");
        Terminal.Result result =
                terminal.type("delegation", "check", "lab:policy", "--token", file.toString());
        assertThat(result.code()).isNotZero();
        assertThat(result.err()).contains("no.jwt");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void theSameInWordsTheWorstFirst() {
        Terminal.Result result = terminal.type("delegation", "check", "lab:policy");
        assertThat(result.code()).isEqualTo(6);
        assertThat(result.out())
                .startsWith("D01 Scope widening\n")
                .contains(
                        "  [Critical] lab:policy delegation:release.2 gives use"
                                + " tool:deploy-production, which lab:policy delegation:release.1"
                                + " above it does not have.\n")
                .contains("\nD13  Actor not permitted ")
                .contains("not checked for want of: rules of where delegation is allowed");
        assertThat(result.err()).endsWith("\n5 findings in 56 grants of 1 target\n");
    }

    @Test
    void spireServersAndRulesSayMore() throws IOException {
        Path rules =
                Files.writeString(
                        folder.resolve("rules.yaml"),
                        """
                        version: 1
                        default: allow
                        rules:
                          - name: no deployment
                            effect: forbid
                            tools: [deploy-production]
                        """);
        Terminal.Result result =
                terminal.type(
                        "delegation",
                        "check",
                        "lab:policy",
                        "lab:acme.test",
                        "lab:partner.test",
                        "--rules",
                        rules.toString(),
                        "--json");
        assertThat(result.code()).isEqualTo(6);
        JsonNode json = result.json();
        assertThat(json.path("targets").size()).isEqualTo(3);
        assertThat(findings(json))
                .contains(
                        "D14 lab:policy delegation:release.2",
                        "D17 lab:policy delegation:market-study.1");
        assertThat(check(json, "D14").path("findings").asInt()).isEqualTo(1);
        assertThat(check(json, "D17").path("judged").asInt()).isEqualTo(12);
    }

    /** As the window keeps them, each a day long. */
    private static void waive(Terminal at, Instant since, String... checks) {
        List<Map<String, String>> waivers =
                at.type("delegation", "check", "lab:policy", "--ignore-waivers", "--json")
                        .json()
                        .path("findings")
                        .valueStream()
                        .filter(one -> Set.of(checks).contains(one.path("check").asString()))
                        .map(one ->
                                Map.of(
                                        "key", one.path("key").asString(),
                                        "reason", "known",
                                        "by", "oncall",
                                        "at", since.toString(),
                                        "until", since.plus(Duration.ofDays(1)).toString()))
                        .toList();
        assertThat(waivers).hasSize(checks.length);
        try (LocalStore store = LocalStore.open(at.store, at.time).store()) {
            store.preferences()
                    .put("delegation.waivers", JsonMapper.shared().writeValueAsString(waivers));
        }
    }

    @Test
    void whatIsWaivedStandsApartUntilItsEnd(@TempDir Path own) throws IOException {
        try (Terminal at = new Terminal(own)) {
            waive(at, Terminal.NOON, "D06");
            JsonNode json = at.type("delegation", "check", "lab:policy", "--json").json();
            assertThat(findings(json)).hasSize(4).noneMatch(one -> one.startsWith("D06"));
            assertThat(json.path("waived").size()).isEqualTo(1);
            JsonNode waived = json.path("waived").get(0);
            assertThat(waived.path("check").asString()).isEqualTo("D06");
            assertThat(waived.path("waiver"))
                    .isEqualTo(
                            JsonMapper.shared()
                                    .readTree(
                                            "{\"reason\":\"known\",\"by\":\"oncall\","
                                                    + "\"at\":\"2026-11-22T12:00:00Z\","
                                                    + "\"until\":\"2026-11-23T12:00:00Z\"}"));
            assertThat(check(json, "D06").path("findings").asInt()).isZero();
            assertThat(check(json, "D06").path("waived").asInt()).isEqualTo(1);
            Terminal.Result text = at.type("delegation", "check", "lab:policy");
            assertThat(text.out())
                    .contains(
                            "\nWaived\n",
                            "      D06, waived until 2026-11-23T12:00:00Z by oncall: known\n",
                            " 0 found, ",
                            " looked at, 1 waived\n");
            assertThat(text.err())
                    .endsWith(
                            "\n4 findings in 56 grants of 1 target\n"
                                    + "1 more is waived; --ignore-waivers counts it as well.\n");
            assertThat(all(at, "--ignore-waivers")).hasSize(5);
            Path rules = Files.writeString(own.resolve("r.yaml"), "version: 1\ndefault: allow\n");
            assertThat(all(at, "--rules", rules.toString())).hasSize(5);
        }
    }

    @Test
    void waiversThatHaveEndedCountForNothing(@TempDir Path own) throws IOException {
        try (Terminal at = new Terminal(own)) {
            waive(at, Terminal.NOON.minus(Duration.ofDays(1)), "D06");
            assertThat(all(at)).hasSize(5);
        }
    }

    @Test
    void whereAllIsWaivedNothingIsFound(@TempDir Path own) throws IOException {
        try (Terminal at = new Terminal(own)) {
            waive(at, Terminal.NOON, "D01", "D03", "D06", "D08", "D15");
            Terminal.Result result = at.type("delegation", "check", "lab:policy", "--json");
            assertThat(result.code()).isZero();
            assertThat(result.json().path("waived").size()).isEqualTo(5);
            assertThat(at.type("delegation", "check", "lab:policy", "--ignore-waivers").code())
                    .isEqualTo(6);
        }
    }

    @Test
    void settingsHoldAsTheyWereSavedInTheWindowOrAsTheyAreSaid(@TempDir Path own)
            throws IOException {
        try (Terminal at = new Terminal(own)) {
            assertThat(all(at)).noneMatch(one -> one.startsWith("D07"));
            try (LocalStore store = LocalStore.open(at.store, at.time).store()) {
                store.preferences().put("delegation.settings", "{\"deepest\":\"1\"}");
            }
            assertThat(all(at)).anyMatch(one -> one.startsWith("D07"));
            Terminal.Result text = at.type("delegation", "check", "lab:policy");
            assertThat(text.err()).contains("Hops of a chain is set to 1, by default it is 3.\n");
            assertThat(all(at, "--set", "deepest=")).noneMatch(one -> one.startsWith("D07"));
            Path rules = Files.writeString(own.resolve("r.yaml"), "version: 1\ndefault: allow\n");
            assertThat(all(at, "--rules", rules.toString()))
                    .noneMatch(one -> one.startsWith("D07"));
            assertThat(all(at, "--rules", rules.toString(), "--set", "deepest=1"))
                    .anyMatch(one -> one.startsWith("D07"));
        }
    }

    @Test
    void aSettingThatIsNoneEndsItBeforeAnythingIsRead() {
        Terminal.Result unknown =
                terminal.type("delegation", "check", "lab:policy", "--set", "depth=4");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("Unknown setting: depth; there are deepest, widest,");
        Terminal.Result wrong =
                terminal.type("delegation", "check", "lab:policy", "--set", "deepest=many");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("It takes a whole number from 1 to 100000.");
        assertThat(wrong.out()).isEmpty();
    }

    private static List<String> all(Terminal at, String... more) {
        List<String> words =
                new ArrayList<>(List.of("delegation", "check", "lab:policy", "--json"));
        words.addAll(List.of(more));
        JsonNode json = at.type(words.toArray(String[]::new)).json();
        assertThat(json.path("waived").size()).isZero();
        return findings(json);
    }

    @Test
    void withoutFindingsItIsDone() throws IOException {
        Path mapping = Files.writeString(folder.resolve("none.yaml"), "types:\n  agent: agent\n");
        Terminal.Result result =
                terminal.type("delegation", "check", "lab:policy", "--mapping", mapping.toString());
        assertThat(result.code()).isZero();
        assertThat(result.err()).endsWith("\n0 findings in 95 grants of 1 target\n");
    }

    @Test
    void aTargetThatCanNotBeReadEndsIt() {
        Terminal.Result result =
                terminal.type("delegation", "check", "lab:policy", "openfga:127.0.0.1:1");
        assertThat(result.code()).isEqualTo(10);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void rulesAreReadBackOrTheirLineIsNamed() throws IOException {
        String text =
                """
                version: 1
                default: forbid
                rules:
                  - name: own
                    effect: allow
                    from:
                      - user:*
                    max-depth: 1
                    max-ttl: 8 h
                """;
        Path good = Files.writeString(folder.resolve("good.yaml"), text);
        Terminal.Result result = terminal.type("delegation", "rules", "validate", good.toString());
        assertThat(result.code()).isZero();
        assertThat(result.out()).isEqualTo(text);
        JsonNode rule =
                terminal.type("delegation", "rules", "validate", good.toString(), "--json")
                        .json()
                        .at("/rules/0");
        assertThat(rule.path("max_depth").asInt()).isEqualTo(1);
        assertThat(rule.path("max_ttl_seconds").asLong()).isEqualTo(28_800);

        Path bad = Files.writeString(folder.resolve("wrong.yaml"), "version: 1\ndefault: maybe\n");
        Terminal.Result wrong = terminal.type("delegation", "rules", "validate", bad.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err()).contains("line 2: allow or forbid is expected here.");
        assertThat(terminal.type("delegation", "rules", "validate", bad + ".none").code())
                .isEqualTo(60);
    }
}
