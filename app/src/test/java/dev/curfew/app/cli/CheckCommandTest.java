package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class CheckCommandTest {
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
    void saysWhoTheServerIsAndWhatItHolds() {
        Terminal.Result result = terminal.type("check", "lab:acme.test");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out().replaceAll("in \\d+ ms", "in N ms"))
                .isEqualTo(
                        """
                        Target                     unix:/lab/acme.test.sock
                        Trust domain               acme.test
                        Server                     spiffe://acme.test/spire/server, as it says itself
                        Its certificate ends       2026-11-22T13:00:00Z (in 1 h)
                        Way in                     the server's own socket (local admin)
                        Up for                     0 s
                        Answer                     in N ms
                        Clock                      not measured (--measure-clock does, with a JWT that lives one second)
                        Timings                    SPIRE's defaults, assumed: server cache 5 s, agent sync 5 s, X.509 TTL 1 h, JWT TTL 5 m
                        Workloads                  226: 3 admin, 1 inherit admin, 158 share their ID, 9 orphaned
                        Nodes (SPIRE agents)       28: 24 attested, 2 stale, 2 banned
                        Authorities in the bundle  1 X.509, 1 JWT
                        Federation                 relationships: 3, bundles: 2

                        Workload entries          available
                        Nodes                     available
                        Trust bundle              available
                        Federated bundles         available
                        Federation relationships  available
                        X.509 authorities         available
                        JWT authorities           available
                        WIT authorities           absent: This server does not offer LocalAuthority/GetWITAuthorityState. It is too old for the call, or left it out: WIT-SVID functionality is not yet implemented.
                        Debug                     available
                        Log level                 available
                        Health                    available
                        """);
    }

    @Test
    void theSameAsJson() {
        Terminal.Result result = terminal.type("check", "lab:acme.test", "--json");
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        JsonNode json = result.json();
        assertThat(json.path("trust_domain").asString()).isEqualTo("acme.test");
        assertThat(json.path("server_id").asString()).isEqualTo("spiffe://acme.test/spire/server");
        assertThat(json.path("server_id_proved").asBoolean()).isFalse();
        assertThat(json.path("local").asBoolean()).isTrue();
        assertThat(json.path("timings").path("source").asString()).isEqualTo("assumed");
        assertThat(json.path("clock").path("measured").asBoolean()).isFalse();
        assertThat(json.at("/counts/workloads/count").asInt()).isEqualTo(226);
        assertThat(json.at("/counts/workloads/state").asString()).isEqualTo("complete");
        assertThat(json.at("/counts/nodes/banned").asInt()).isEqualTo(2);
        assertThat(json.at("/features/entries/available").asBoolean()).isTrue();
        assertThat(json.at("/features/wit_authorities/error/reason").asString())
                .isEqualTo("OLDER_SERVER");
        assertThat(json.has("error")).isFalse();
    }

    @Test
    void measuresTheClockOnlyWhenAsked() {
        terminal.lab.acme().faults().clockOffset(java.time.Duration.ofSeconds(90));
        JsonNode clock =
                terminal.type("check", "lab:acme.test", "--measure-clock", "--json")
                        .json()
                        .path("clock");
        assertThat(clock.path("measured").asBoolean()).isTrue();
        assertThat(clock.path("ahead_at_least_ms").asLong()).isEqualTo(90_000);
        assertThat(clock.path("ahead_at_most_ms").asLong()).isEqualTo(91_000);
        assertThat(terminal.type("check", "lab:acme.test", "--measure-clock").out())
                .contains("Clock                      ahead of ours by +90.000 s to +91.000 s");
    }

    @Test
    void timingsCountAsDeclaredWhenAllAreGiven() {
        String socket = terminal.lab.acme().unixTarget();
        assertThat(
                        terminal.type(
                                        "check",
                                        socket,
                                        "--server-cache",
                                        "1s",
                                        "--agent-sync",
                                        "2s",
                                        "--default-x509-ttl",
                                        "30m",
                                        "--default-jwt-ttl",
                                        "1m")
                                .out())
                .contains(
                        "declared: server cache 1 s, agent sync 2 s, X.509 TTL 30 m, JWT TTL 1 m");
        assertThat(terminal.type("check", socket, "--server-cache", "1s").out())
                .contains("assumed: server cache 1 s, agent sync 5 s");
    }

    @Test
    void aCheckOfAnAddressTouchesNoStore() {
        assertThat(terminal.type("check", terminal.lab.acme().unixTarget()).code()).isZero();
        assertThat(Files.exists(terminal.store)).isFalse();
    }

    @Test
    void anOlderServerIsReadAsFarAsItGoes() {
        terminal.lab.acme().faults().unimplemented("GetX509AuthorityState");
        Terminal.Result result = terminal.type("check", "lab:acme.test");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("1 X.509, 1 JWT (only a part was read)")
                .containsPattern("X.509 authorities +absent: This server does not offer");
    }
}
