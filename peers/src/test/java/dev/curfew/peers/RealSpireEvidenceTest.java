package dev.curfew.peers;

import static dev.curfew.containment.ItemReport.State.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangeReport;
import dev.curfew.identity.Selector;
import dev.curfew.peers.Packs.Pack;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Evidence of actions on a real server. */
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealSpireEvidenceTest {
    private RealSpire spire;
    private Console console;
    private Packs packs;

    @BeforeAll
    void start(@TempDir Path folder) {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        console = Console.live();
        console.connect(spire.localProfile(Console.NAME));
        packs = new Packs(folder);
    }

    @AfterAll
    void stop() {
        console.close();
        spire.close();
    }

    private ChangeReport create(String path) {
        return console.run(
                new Change.CreateEntries(
                        List.of(
                                Drafts.of(
                                        "spiffe://acme.test" + path,
                                        SpiffeId.parse("spiffe://acme.test/node"),
                                        new Selector("unix", "uid:4242"),
                                        3_600,
                                        300))));
    }

    @Test
    void aTighteningIsProvedWithItsPlanItsStatesAndItsBound() {
        create("/agent/planner");
        ChangeReport done =
                console.run(
                        new Change.Tighten(
                                List.of(console.entry("/agent/planner")),
                                Optional.of(300),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(Console.states(done)).containsExactly(CONFIRMED);

        Pack pack = packs.export(console.store(), done.plan().operationId());

        assertThat(pack.verified().action()).isEqualTo("tighten");
        assertThat(pack.verified().records()).isEqualTo(5);
        assertThat(pack.verified().statesBySignatureAlone()).isZero();
        assertThat(pack.text("states/before.json")).contains("\"x509_svid_ttl\":3600");
        assertThat(pack.text("states/after.json")).contains("\"x509_svid_ttl\":300");
        assertThat(pack.report())
                .contains(
                        "spiffe://acme.test/agent/planner",
                        "Incident INC-1",
                        "last X.509 credential dead by",
                        "x509_svid_ttl 1 h 5 m",
                        "confirmed");
    }

    @Test
    void aJoinTokenIsInNoPack() {
        ChangeReport made =
                console.run(new Change.MakeJoinToken(Duration.ofMinutes(2), Optional.empty()));
        String token = made.tokenValue().orElseThrow();
        assertThat(token).hasSizeGreaterThan(20);

        Pack pack = packs.export(console.store(), made.plan().operationId());

        assertThat(pack.verified().action()).isEqualTo("join-token");
        assertThat(pack.verified().withheld()).isZero();
        assertThat(pack.everything())
                .contains("join-token")
                .doesNotContain(token)
                .doesNotContain("PRIVATE KEY")
                .doesNotContain("correct horse");
    }
}
