package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealAgent;
import dev.curfew.peers.RealSpire;
import dev.curfew.peers.RealWorkload;
import dev.curfew.peers.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident on the real SPIRE from the window: contained, proved, exported, put back. */
@NeedsSpire
class RealSpireContainWindowTest {
    private static final String ID = "spiffe://acme.test/agent/planner";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path folder;
    private RealSpire spire;
    private RealAgent agent;
    private RealWorkload planner;
    private RealWorkload mailer;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        agent = spire.startAgent("machine");
        planner = given("planner");
        mailer = given("mailer");
        console = Console.on(spire.localProfile("real"), folder);
        hand = console.hand();
    }

    @AfterEach
    void close() {
        console.close();
        spire.close();
    }

    /** A workload that has its identity. */
    private RealWorkload given(String name) {
        RealWorkload workload = agent.workload(name);
        spire.cli(
                        "entry",
                        "create",
                        "-spiffeID",
                        "spiffe://acme.test/agent/" + name,
                        "-parentID",
                        agent.nodeId().toString(),
                        "-selector",
                        workload.selector().toString(),
                        "-x509SVIDTTL",
                        "40",
                        "-jwtSVIDTTL",
                        "10")
                .text();
        Waiting.value(name, PATIENCE, () -> workload.fetchX509().first());
        return workload;
    }

    @Test
    void anIdentityIsContainedProvedExportedAndPutBackFromTheWindow() throws Exception {
        RegistrationEntry before = console.entry("/agent/planner");
        contain();
        hand.awaitText("planner can still act for at most");
        hand.awaitText("status-countdown", "1 can still act, last until ≤");
        hand.click("rail-overview");
        hand.awaitText("overview-countdowns", "planner");
        assertThat(Waiting.until(PATIENCE, () -> isRefused(planner))).isTrue();
        hand.click("status-countdown");
        hand.select("containments-table", 0);
        hand.press(KeyCode.ENTER);
        proved();
        hand.await("the countdown is over", () -> !hand.shows("status-countdown"));
        hand.awaitText("Of planner nothing that we know of can act any more");
        assertThat(mailer.fetchX509().first()).isPresent();

        new Evidence(console, folder).isExportedFromItsPageAndHolds();

        putBack();
        assertThat(console.entriesOf(ID))
                .extracting(RegistrationEntry::toDraft)
                .containsExactly(before.toDraft());
        Waiting.value("the identity again", PATIENCE, () -> planner.fetchX509().first());
    }

    private void contain() {
        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        hand.write(ID);
        hand.awaitText("Contain planner…");
        hand.press(KeyCode.ENTER);
        hand.awaitText("contain-steps", "Delete entries");
        hand.awaitText("contain-page", "mTLS connections that are open");
        assertThat(hand.focus()).isEqualTo("contain-cancel");
        assertThat(hand.isRefused("contain-run")).isTrue();
        hand.click("contain-arm");
        hand.type("contain-reason", "acts after its task");
        hand.type("contain-incident", "INC-7");
        hand.type("contain-typed", "planner");
        hand.click("contain-run");
        hand.await("a containment", () -> console.contained().size() == 1);
    }

    /** Read back at once, after 15 and after 30 seconds. */
    private void proved() {
        hand.await("the end", () -> state().phase() == Phase.ENDED);
        StepReport step = state().steps().getFirst();
        assertThat(state().steps()).hasSize(1);
        assertThat(step.state()).isEqualTo(StepState.CONFIRMED);
        assertThat(step.proofs())
                .extracting(Proof::verdict)
                .containsExactly(Proof.Verdict.HOLDS, Proof.Verdict.HOLDS, Proof.Verdict.HOLDS);
        hand.awaitText("containment-steps", "confirmed");
        hand.awaitText("containment-steps", "still as wanted, 1 of 1");
    }

    private ContainmentState state() {
        return console.newestContained().state();
    }

    private void putBack() {
        hand.click("containment-undo");
        hand.awaitText("nothing ends: this adds access");
        hand.type("contain-typed", "planner");
        hand.click("contain-run");
        hand.await("two containments", () -> console.contained().size() == 2);
        hand.await("the entry is back", () -> console.entriesOf(ID).size() == 1);
    }

    private static boolean isRefused(RealWorkload workload) {
        return workload.fetchX509().refusal().endsWith("no identity issued");
    }
}
