package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.FetchedX509;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealAgent;
import dev.curfew.peers.RealSpire;
import dev.curfew.peers.RealWorkload;
import dev.curfew.peers.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same window on the real SPIRE: what is clicked there happens to a real workload and agent.
 */
@NeedsSpire
class RealSpireWindowTest {
    /** Real agents take seconds at most with these intervals; a busy computer takes longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private RealSpire spire;
    private RealAgent agent;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        agent = spire.startAgent("machine");
        console = Console.on(spire.localProfile("real"), folder);
        hand = console.hand();
        console.arm();
    }

    @AfterEach
    void close() {
        console.close();
        spire.close();
    }

    @Test
    void anIdentityIsGivenShortenedEndedAndRestoredFromTheWindow() {
        RealWorkload workload = agent.workload("planner");
        give(workload);
        FetchedX509 first = await(workload, Duration.ofSeconds(610));

        tighten();
        assertThat(await(workload, Duration.ofSeconds(70)).serial()).isNotEqualTo(first.serial());
        RegistrationEntry tightened = console.entry("/agent/planner");

        delete();
        assertThat(Waiting.until(PATIENCE, () -> isRefused(workload))).isTrue();

        console.undoFromTheJournal();
        assertThat(hand.text("report-counts")).isEqualTo("1 confirmed");
        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        RegistrationEntry restored = console.onServer(tightened.id());
        assertThat(restored.toDraft()).isEqualTo(tightened.toDraft());
        await(workload, Duration.ofSeconds(70));
        assertThat(console.journal()).hasSize(4 * Console.WENT_WELL.size());
    }

    private void give(RealWorkload workload) {
        hand.click("workloads-new");
        hand.type("entry-spiffeId", "spiffe://acme.test/agent/planner");
        hand.type("entry-parent", agent.nodeId().toString());
        hand.type("entry-selectors-0", workload.selector().toString());
        hand.type("entry-x509", "10m");
        hand.click("form-preview");
        console.confirm();
        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        console.closeReport();
        hand.await("its row", () -> hand.rows("workloads-table") == 1);
    }

    private void tighten() {
        hand.select("workloads-table", 0);
        hand.click("workloads-details-tighten");
        hand.type("tighten-x509", "1m");
        hand.click("form-preview");
        console.confirm();
        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        console.closeReport();
    }

    private void delete() {
        hand.click("workloads-details-delete");
        console.confirm("planner");
        assertThat(hand.text("report-counts")).isEqualTo("1 confirmed");
        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        console.closeReport();
    }

    /** An SVID that lives so long, 10 s before its issuance included. */
    private static FetchedX509 await(RealWorkload workload, Duration life) {
        return Waiting.value(
                "an SVID of " + life.toSeconds() + " s",
                PATIENCE,
                () ->
                        workload.fetchX509()
                                .first()
                                .filter(svid ->
                                        Duration.between(svid.notBefore(), svid.notAfter())
                                                .equals(life)));
    }

    private static boolean isRefused(RealWorkload workload) {
        return workload.fetchX509().refusal().endsWith("no identity issued");
    }

    @Test
    void aNodeIsBannedAndItsBanLiftedFromTheWindow() {
        hand.click("rail-nodes");
        hand.await("its row", () -> hand.rows("nodes-table") == 1);
        hand.select("nodes-table", 0);
        hand.click("nodes-details-ban");
        console.confirm(SpiffeIds.shortName(agent.nodeId()));

        assertThat(agent.endsWithin(PATIENCE)).isTrue();
        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        assertThat(Console.value(console.server().nodes().get(agent.nodeId())).banned()).isTrue();
        console.closeReport();

        console.undoFromTheJournal();

        assertThat(console.newestAction()).isEqualTo(Console.WENT_WELL);
        agent.start();
        assertThat(Console.value(console.server().nodes().get(agent.nodeId())).banned()).isFalse();
    }
}
