package dev.curfew.peers;

import static dev.curfew.peers.LabContainmentTest.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.lab.Lab;
import dev.curfew.localstore.LocalStore;
import dev.curfew.peers.Packs.Pack;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Endpoint;
import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of a containment on the lab, its steps with it. */
class LabEvidenceTest {
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

    @TempDir Path folder;
    private Lab lab;
    private LocalStore store;
    private Responder responder;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start();
        store = LocalStore.inMemory(InstantSource.system());
        responder = new Responder(store, Responder.QUICK, journal -> journal);
        responder.connect(profile("acme", lab.acme().unixTarget()));
        responder.connect(profile("partner", lab.partner().unixTarget()));
    }

    @AfterEach
    void stop() {
        responder.close();
        lab.close();
    }

    @Test
    void aContainmentsPackHoldsItsPlanItsStepsTheirStatesAndItsProofs() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        ContainmentState state = responder.run(plan);
        assertThat(state.endedAt()).isPresent();

        Pack pack = new Packs(folder).export(store, plan.id());

        assertThat(pack.verified().action()).isEqualTo("containment");
        assertThat(pack.verified().statesBySignatureAlone()).isZero();
        assertThat(pack.text("plan.json")).startsWith("{\"curfew_plan\":1,");
        assertThat(pack.contents()).containsKeys("states/1/before.json", "states/1/after.json");
        assertThat(pack.text("states/1/before.json")).contains(AGENT);
        assertThat(pack.text("timeline.json"))
                .contains("\"part\" : \"1\"", "\"kind\" : \"x509_dead_by\"");
        assertThat(pack.report())
                .contains(
                        "Evidence: containment",
                        "Strength Contain",
                        "1 Delete entries: ",
                        "confirmed",
                        "type: proof",
                        "type: clock");
    }

    @Test
    void whatAnEndpointPresentedStandsInThePackAndInItsReport() throws IOException {
        Endpoint nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new Endpoint("127.0.0.1", free.getLocalPort());
        }
        ContainmentPlan plan =
                responder.plan(
                        Responder.identity(AGENT),
                        Strength.CONTAIN,
                        List.of(new DeclaredEndpoint(SpiffeId.parse(AGENT), nobody)));
        responder.run(plan);

        Pack pack = new Packs(folder).export(store, plan.id());

        assertThat(pack.text("plan.json")).contains(AGENT + "=" + nobody);
        assertThat(pack.text("journal.jsonl")).contains("PROVES_NOTHING");
        assertThat(pack.report())
                .contains("type: sighting", "verdict: PROVES_NOTHING", "ENDPOINT_UNREACHED");
    }
}
