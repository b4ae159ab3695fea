package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AccessCommandTest {
    private static final String PLANNER = "spiffe://acme.test/agent/planner";

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

    private static Terminal.Result check(String... words) {
        return terminal.type(
                Stream.concat(Stream.of("access", "check", "lab:policy"), Stream.of(words))
                        .toArray(String[]::new));
    }

    @Test
    void whatIsAllowedIsExplainedByWhatDecides() {
        Terminal.Result result =
                check(PLANNER, "can_use", "tool:spiffe://acme.test/agent/mcp-browser");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        Allowed: agent:acme.test/agent/planner can_use tool:acme.test/agent/mcp-browser
                          Asked at 2026-11-22T12:00:00Z with the strongest consistency; what has expired is decided by our clock.
                          Because:
                            yes tool:acme.test/agent/mcp-browser#can_use by any of
                              yes tool:acme.test/agent/mcp-browser#can_use follows from
                                yes delegation:market-study.1#holder by all of
                                  yes delegation:market-study.1#delegate is kept: delegation:market-study.1#delegate@agent:acme.test/agent/planner
                                  yes delegation:market-study.1#chain_ok by all of
                                    yes delegation:market-study.1#live by any of
                                      yes delegation:market-study.1#lease_a is kept: delegation:market-study.1#lease_a@agent:* (until 2026-11-23T00:00:00Z)
                                    yes delegation:market-study.1#chain_ok by any of
                                      yes delegation:market-study.1#root is kept: delegation:market-study.1#root@agent:*
                        """);
    }

    @Test
    void whatIsDeniedHasItsOwnExitCode() {
        Terminal.Result result = check(PLANNER, "can_use", "tool:deploy-production");
        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out())
                .startsWith("Denied: agent:acme.test/agent/planner can_use tool:deploy-production")
                .contains("no delegation:release.2#delegate nothing that is kept says so");
        JsonNode json = check(PLANNER, "can_use", "tool:deploy-production", "--json").json();
        assertThat(json.path("decision").asString()).isEqualTo("denied");
        assertThat(json.path("consistency").asString()).isEqualTo("strongest");
        assertThat(json.at("/explanation/agrees").asBoolean()).isTrue();
        assertThat(json.at("/explanation/root/holds").asString()).isEqualTo("no");
    }

    @Test
    void theContextCounts() {
        Terminal.Result result =
                check(
                        PLANNER,
                        "can_use",
                        "tool:acme.test/agent/mcp-browser",
                        "--context",
                        "current_time=2026-11-23T12:00:00Z");
        assertThat(result.code()).isEqualTo(5);
        assertThat(result.out()).contains("(until 2026-11-23T00:00:00Z), expired");
    }

    @Test
    void whatCanNotBeEvaluatedIsNeverCalledDenied() {
        Terminal.Result result = check(PLANNER, "can_fly", "tool:deploy-production");
        assertThat(result.code()).isEqualTo(74);
        assertThat(result.out())
                .startsWith("Could not be evaluated, which is no denial: ")
                .contains("It says: ")
                .doesNotContain("Denied");
        assertThat(
                        check(PLANNER, "can_fly", "tool:deploy-production", "--json")
                                .json()
                                .path("decision")
                                .asString())
                .isEqualTo("cannot_evaluate");
    }

    @Test
    void wordsThatNameNobody() {
        for (String subject : List.of("planner", ":planner", "agent:", "agent:x#", "spiffe://x")) {
            Terminal.Result result = check(subject, "can_use", "tool:mail-outbox");
            assertThat(result.code()).as(subject).isEqualTo(2);
            assertThat(result.out()).isEmpty();
        }
    }

    @Test
    void everythingThatASubjectReaches() {
        Terminal.Result result = terminal.type("access", "reach", "lab:policy", PLANNER);
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo("tool:acme.test/agent/mcp-browser\ntool:acme.test/agent/mcp-github\n");
        assertThat(result.err())
                .endsWith(
                        "2 of type tool: all that agent:acme.test/agent/planner has can_use to\n");
        JsonNode json =
                terminal.type(
                                "access",
                                "reach",
                                "lab:policy",
                                PLANNER,
                                "--type",
                                "dataset",
                                "--action",
                                "can_read",
                                "--json")
                        .json();
        assertThat(json.path("whole").asBoolean()).isTrue();
        assertThat(json.path("resources").valueStream().map(JsonNode::asString).toList())
                .containsExactly("dataset:papers");
    }

    @Test
    void aBackendThatKeepsNoLogOfItsDecisionsSaysSo() {
        Terminal.Result result = terminal.type("access", "log", "lab:policy");
        assertThat(result.code()).isEqualTo(76);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void theModelIsToldInPartsOrAsItIsWritten() {
        Terminal.Result parts = terminal.type("access", "model", "lab:policy");
        assertThat(parts.code()).isZero();
        assertThat(parts.out())
                .contains("delegation\n", "  delegate [agent] ", "  live lease_a or lease_b\n");
        assertThat(terminal.type("access", "model", "lab:policy", "--source").out())
                .startsWith("model\n");
        JsonNode json = terminal.type("access", "model", "lab:policy", "--json").json();
        assertThat(json.path("types").valueStream().map(one -> one.path("name").asString()))
                .contains("agent", "delegation", "tool");
    }
}
