package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.Feature;
import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Administration over TCP, on the very version that drops clients with Java's default TLS. */
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSpireMutualTlsTest {
    private RealSpire spire;
    private RealAgent agent;

    @BeforeAll
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).keepsKeys().start();
        agent = spire.startAgent("one");
    }

    @AfterAll
    void stop() {
        spire.close();
    }

    private void administers(ConnectionProfile profile, String path) {
        try (Console console = Console.live()) {
            ServerEstate estate = console.connect(profile);
            assertThat(estate.link()).isInstanceOf(Link.Up.class);
            assertThat(estate.entries().state()).isEqualTo(Reading.State.COMPLETE);
            assertThat(console.node(agent.nodeId()).banned()).isFalse();
            assertThat(estate.capabilities().orElseThrow().has(Feature.X509_AUTHORITIES)).isTrue();
            assertThat(estate.capabilities().orElseThrow().has(Feature.DEBUG)).isFalse();
            create(console, path + "/before");

            spire.restart();

            ServerEstate again = console.connect(profile);
            assertThat(again.link()).isInstanceOf(Link.Up.class);
            create(console, path + "/after");
        }
    }

    private static void create(Console console, String path) {
        ChangeReport made =
                console.run(new Change.CreateEntries(List.of(EntryClientContract.draft(path))));
        assertThat(Console.states(made)).containsExactly(CONFIRMED);
    }

    @Test
    void anSvidInPemFilesAdministersAlsoAfterARestart() {
        administers(
                spire.tcpProfile(Console.NAME, spire.mintAdmin(spire.folder("pem"))), "/by/pem");
    }

    @Test
    void anOpenConnectionSurvivesARestartOfTheServer() {
        try (Console console = Console.live()) {
            console.connect(
                    spire.tcpProfile(Console.NAME, spire.mintAdmin(spire.folder("recycled"))));
            create(console, "/recycled/before");

            spire.restart();

            create(console, "/recycled/after");
        }
    }

    @Test
    void anSvidOfTheWorkloadApiAdministersAlsoAfterARestart() throws Exception {
        OwnIdentity.admit(spire, agent);

        administers(
                spire.tcpProfile(Console.NAME, new Credentials.WorkloadApi(agent.endpoint())),
                "/by/agent");
    }
}
