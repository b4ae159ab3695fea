package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.acting.LabActivity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ProbeCommandTest {
    private static final String ACME = "lab:acme.test";
    private static final String AGENT = "spiffe://acme.test/agent/code-writer";

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

    /** Where an agent of the lab serves mTLS. */
    private String door() throws IOException {
        terminal.lab.activity().start();
        terminal.time.advance(Duration.ofSeconds(10));
        return "127.0.0.1:"
                + terminal.lab.activity().doors().stream()
                        .filter(door -> door.id().toString().equals(AGENT))
                        .mapToInt(LabActivity.Door::port)
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void itSaysWhatIsPresentedAndWhatAPeerWouldSay() throws IOException {
        Terminal.Result result = terminal.type("probe", door(), "--connection", ACME);

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Presents      " + AGENT)
                .contains("(the active authority)")
                .contains("Peer lets in  yes, until the certificate ends")
                .contains("Bundle        read 2026-11-22T12:00:10Z")
                .contains("The handshake was refused after that, as always; nothing was sent.");
    }

    @Test
    void withoutAConnectionNothingIsSaidOfAPeer() throws IOException {
        JsonNode json = terminal.type("probe", door(), "--json").json();

        assertThat(json.path("spiffe_id").asString()).isEqualTo(AGENT);
        assertThat(json.path("serial").asString()).matches("\\d+");
        assertThat(json.path("authority").asString()).matches("[0-9a-f]{40}");
        assertThat(json.path("authority_state").asString()).isEqualTo("unknown");
        assertThat(json.path("peer").asString()).isEqualTo("not_checked");
        assertThat(json.has("bundle_read_at")).isFalse();
    }

    @Test
    void whatIsNotReachedProvesNothing() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Terminal.Result result = terminal.type("probe", "127.0.0.1:" + port);

        assertThat(result.code()).isEqualTo(65);
        assertThat(result.err())
                .contains("Nothing was seen of 127.0.0.1:" + port + ".")
                .contains("This proves nothing about the workload.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"planner", "planner:0", "https://planner:8443", ""})
    void badEndpointsAreRefused(String endpoint) {
        Terminal.Result result = terminal.type("probe", endpoint);
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("the endpoint '" + endpoint + "'");
    }

    @Test
    void howToReachAServerGoesWithAConnection() {
        Terminal.Result result =
                terminal.type("probe", "planner:8443", "--workload-api", "unix:/agent.sock");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("goes with --connection alone");
    }

    private Terminal.Result contain(String endpoint) {
        return terminal.type(
                "contain",
                ACME,
                "--id",
                AGENT,
                "--endpoint",
                endpoint,
                "--confirm",
                "code-writer",
                "--yes",
                "--json");
    }

    @Test
    void aContainmentProbesTheEndpointsOfItsTargets() throws IOException {
        Terminal.Result result = contain(AGENT + "=" + door());

        assertThat(result.code()).isZero();
        JsonNode sighting = result.json().path("sightings").path(0);
        assertThat(sighting.path("verdict").asString()).isEqualTo("STILL_PRESENTED");
        assertThat(sighting.path("presented").path("spiffe_id").asString()).isEqualTo(AGENT);
        Terminal.Result told =
                terminal.type(
                        "journal", "--operation", result.json().path("id").asString(), "--json");
        assertThat(told.out()).contains("STILL_PRESENTED");
    }

    @Test
    void whoeverWaitsForTheEndIsToldWhatIsPresentedThen() throws IOException {
        JsonNode contained = contain(AGENT + "=" + door()).json();
        String id = contained.path("id").asString();
        Instant end = Instant.parse(contained.at("/residuals/0/by").asString());
        terminal.time.advance(Duration.between(terminal.time.instant(), end).plusSeconds(1));

        Terminal.Result over = terminal.type("residual", id, "--wait");

        assertThat(over.code()).isZero();
        assertThat(over.err())
                .contains("presents the certificate of serial")
                .contains("expired since");
        Terminal.Result told = terminal.type("journal", "--operation", id, "--json");
        assertThat(told.out()).contains("EXPIRED");
        assertThat(terminal.type("residual", id, "--wait").err())
                .as("seen once, it is not looked at again")
                .isEmpty();
    }

    @Test
    void anEndpointOfSomebodyElseIsRefusedBeforeAnythingIsSent() {
        Terminal.Result result = contain("spiffe://acme.test/agent/planner=127.0.0.1:1");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("is not what is contained");
        assertThat(
                        terminal.type(
                                        "list",
                                        ACME,
                                        "workloads",
                                        "--where",
                                        "id:*/code-writer",
                                        "--json")
                                .json()
                                .path("rows"))
                .isNotEmpty();
    }

    @Test
    void anEndpointThatCanNotBeMeantIsRefused() {
        Terminal.Result result = contain("127.0.0.1:8443");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).contains("it is written as SPIFFE_ID=host:port");
    }

    @Test
    void aSavedPlanHasItsOwnEndpoints() {
        Terminal.Result result =
                terminal.type("contain", ACME, "--plan", "plan.json", "--endpoint", AGENT + "=x:1");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("the plan in --plan has its own endpoints");
    }
}
