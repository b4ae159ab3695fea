package dev.curfew.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TimingsCommandTest {
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
    void showsEachTimingWithItsSourceAndAge() {
        Terminal.Result result =
                terminal.type("timings", terminal.lab.acme().unixTarget(), "--agent-sync", "7s");
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        TIMING                                             VALUE  SOURCE                                         AGE
                        server cache (cache_reload_interval)               5 s    assumed: SPIRE's default, confirmed by nobody  –
                        agent sync (sync_interval)                         7 s    declared                                       now
                        default X.509 TTL (default_x509_svid_ttl)          1 h    assumed: SPIRE's default, confirmed by nobody  –
                        default JWT TTL (default_jwt_svid_ttl)             5 m    assumed: SPIRE's default, confirmed by nobody  –
                        node staleness (max_attested_node_info_staleness)  0 s    assumed: SPIRE's default, confirmed by nobody  –
                        refresh hint (bundle endpoint's refresh_hint)      5 m    assumed: SPIRE's default, confirmed by nobody  –
                        authority's life (ca_ttl)                          24 h   learned from the server                        now
                        """);
    }

    @Test
    void aProbeLearnsTheDefaultsAndTheJournalNotesIt() {
        JsonNode json = terminal.type("timings", "lab:acme.test", "--probe", "--json").json();
        assertThat(json.path("error").isMissingNode()).isTrue();
        JsonNode x509 = json.path("timings").get(2);
        assertThat(x509.path("timing").asString()).isEqualTo("default_x509_ttl");
        assertThat(x509.path("source").asString()).isEqualTo("learned");
        assertThat(x509.path("value_seconds").asDouble()).isEqualTo(3600);
        assertThat(json.path("timings").get(3).path("value_seconds").asDouble()).isEqualTo(300);
        JsonNode records = terminal.type("journal", "--json").json().path("records");
        assertThat(records).hasSize(2);
        assertThat(records.get(1).path("action").asString()).isEqualTo("probe-timings");
        assertThat(records.get(1).path("phase").asString()).isEqualToIgnoringCase("note");
        assertThat(records.get(0).toString()).contains("default_x509_ttl 1 h");
    }

    @Test
    void withoutAProbeNothingIsMintedOrJournaled() {
        terminal.type("timings", "lab:acme.test");
        assertThat(terminal.type("journal", "--json").json().path("records")).isEmpty();
    }

    @Test
    void whatWasLearnedIsKeptWithASavedConnection() {
        terminal.type("connections", "add", "prod", terminal.lab.acme().unixTarget());
        assertThat(terminal.type("timings", "prod", "--probe", "--save").code()).isZero();
        JsonNode kept = terminal.type("timings", "prod", "--json").json().path("timings");
        assertThat(kept.get(2).path("source").asString()).isEqualTo("learned");
        assertThat(kept.get(0).path("source").asString()).isEqualTo("assumed");
    }

    @Test
    void onlyASavedConnectionKeepsThem() {
        Terminal.Result result = terminal.type("timings", "lab:acme.test", "--save");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("lab:acme.test is no saved connection");
    }
}
