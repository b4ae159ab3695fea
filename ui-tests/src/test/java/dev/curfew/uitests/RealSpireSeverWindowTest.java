package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.sever.RotationPhase;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.TrustBundle;
import dev.curfew.outcome.Reason;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.FetchedX509;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealAgent;
import dev.curfew.peers.RealSpire;
import dev.curfew.peers.RealWorkload;
import dev.curfew.peers.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authorities of the real SPIRE rotated from the window, with its gate open and closed. */
@NeedsSpire
class RealSpireSeverWindowTest {
    private static final String VICTIM = "spiffe://acme.test/agent/planner";
    private static final String PHRASE = "sever acme.test";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;
    private RealSpire spire;
    private RealAgent agent;
    private RealWorkload planner;
    private RealWorkload mailer;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        agent = spire.startAgent("one");
        planner = given("planner");
        mailer = given("mailer");
    }

    private void openWindow() throws TimeoutException {
        console = Console.on(spire.localProfile("real"), folder);
        hand = console.hand();
        console.arm();
    }

    @AfterEach
    void close() {
        console.close();
        spire.close();
    }

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
                        workload.selector().toString())
                .text();
        Waiting.value(name, PATIENCE, () -> workload.fetchX509().first());
        return workload;
    }

    @Test
    void everyPhaseIsSeenAndNobodyElseIsHarmed() throws Exception {
        openWindow();
        FetchedX509 before = mailer.fetchX509().first().orElseThrow();
        String x509 = active(Kind.X509);
        String jwt = active(Kind.JWT);
        preview();
        hand.awaitText("contain-notes", "Before the point of no return");
        assertThat(hand.text("contain-notes"))
                .contains("A revoked authority does not come back")
                .contains("The rotation of an authority can not.");
        hand.type("contain-typed", "planner");
        assertThat(hand.isRefused("contain-run")).isTrue();
        hand.type("contain-typed", PHRASE);
        assertThat(hand.isRefused("contain-run")).isTrue();
        hand.type("contain-incident", "INC-7");
        hand.click("contain-run");

        hand.awaitText("containment-rotations", "waits until");
        hand.await("the end", () -> isOver() && state().phase() == Phase.ENDED);
        assertThat(states())
                .containsExactly(StepState.CONFIRMED, StepState.CONFIRMED, StepState.CONFIRMED);
        assertThat(state().steps())
                .filteredOn(step -> step.phase().isPresent())
                .extracting(step -> step.phase().orElseThrow())
                .containsExactly(RotationPhase.REVOKE, RotationPhase.REVOKE);
        assertThat(bundle().x509Authorities())
                .extracting(TrustBundle.X509Authority::subjectKeyId)
                .containsExactly(active(Kind.X509))
                .doesNotContain(x509);
        assertThat(bundle().jwtAuthorities())
                .extracting(TrustBundle.JwtAuthority::keyId)
                .containsExactly(active(Kind.JWT))
                .doesNotContain(jwt);
        assertThat(planner.fetchX509().refusal()).endsWith("no identity issued");
        assertThat(mailer.fetchX509().first().orElseThrow().serial()).isNotEqualTo(before.serial());
        hand.awaitText("Of planner nothing that we know of can act any more");
        new Evidence(console, folder).isExportedFromItsPageAndHolds();
    }

    @Test
    void aSleepingAgentIsNamedAtTheGateAndIsNotLockedOutOnceItIsAwake() throws Exception {
        RealAgent sleeper = spire.startAgent("two");
        openWindow();
        String old = active(Kind.X509);
        sleeper.pause();
        start();

        hand.awaitText("containment-banner", "waits at its gate");
        hand.awaitText(
                "containment-gate-nodes",
                "two has not taken up the new authority. Revoked now, it is locked out until its"
                        + " stored SVID is removed and it attests again.");
        theOverrideIsConfirmedByItsOwnPhraseAlone();
        assertThat(isTrusted(old)).isTrue();

        heldItDoesNotRevoke(sleeper, old);
        hand.click("containment-goOn");
        hand.await("the end", () -> isOver() && state().phase() == Phase.ENDED);
        assertThat(states()).containsOnly(StepState.CONFIRMED);
        assertThat(isTrusted(old)).isFalse();
        assertThat(sleeper.isAlive()).isTrue();
        assertThat(hand.shows("containment-gate")).isFalse();
    }

    /** A wrong phrase leaves it off; Cancel has the focus, and Esc harms nothing. */
    private void theOverrideIsConfirmedByItsOwnPhraseAlone() {
        hand.click("containment-gate");
        hand.await("cancel", () -> hand.focus().equals("containment-gate-cancel"));
        hand.awaitText("containment-gate-confirm", "Revoke");
        assertThat(hand.isRefused("containment-gate-confirm")).isTrue();
        hand.type("containment-gate-typed", PHRASE);
        assertThat(hand.isRefused("containment-gate-confirm")).isTrue();
        hand.press(KeyCode.ESCAPE);
        hand.await("the question is gone", () -> !hand.shows("containment-gate-typed"));
    }

    /** The gate opens while the run is held: what can not be taken back waits for the operator. */
    private void heldItDoesNotRevoke(RealAgent sleeper, String old) {
        hand.click("containment-hold");
        hand.await("it is held", () -> state().phase() == Phase.HELD);
        String serial = serial(sleeper);
        sleeper.wake();
        hand.await("it has the new authority", () -> !serial(sleeper).equals(serial));
        assertThat(isTrusted(old)).isTrue();
        assertThat(state().steps().get(1).state()).isEqualTo(StepState.GATED);
    }

    private String serial(RealAgent of) {
        return Console.value(console.server().nodes().get(of.nodeId())).serial();
    }

    @Test
    void oneThatWasAbortedAtItsGateIsGoneOnWithLater() throws Exception {
        RealAgent sleeper = spire.startAgent("two");
        openWindow();
        String old = active(Kind.X509);
        sleeper.pause();
        start();
        hand.awaitText("containment-gate-nodes", "two has not taken up the new authority.");
        hand.click("containment-abort");
        hand.click("containment-abort-confirm");
        hand.await("the end", this::isOver);
        StepReport rotation = state().steps().get(1);
        assertThat(states())
                .containsExactly(StepState.CONFIRMED, StepState.FAILED, StepState.SKIPPED);
        assertThat(rotation.failure().orElseThrow().reason()).isEqualTo(Reason.CANCELLED);
        assertThat(rotation.phase()).contains(RotationPhase.GATE);
        assertThat(isTrusted(old)).isTrue();

        sleeper.wake();
        hand.click("containment-next-resume");
        hand.type("containment-resume-typed", PHRASE);
        hand.click("containment-resume-confirm");
        hand.await("the end", () -> isOver() && state().phase() == Phase.ENDED);
        assertThat(states()).containsOnly(StepState.CONFIRMED);
        assertThat(isTrusted(old)).isFalse();
        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void closedAtItsGateItIsOfferedAtTheNextStart() throws Exception {
        RealAgent sleeper = spire.startAgent("two");
        openWindow();
        String old = active(Kind.X509);
        sleeper.pause();
        start();
        hand.awaitText("containment-gate-nodes", "two has not taken up the new authority.");
        console.wantToClose();
        hand.awaitText(
                "closing", "Sever planner: at step 2. Rotate the X.509 authority, at the gate");
        hand.click("closing-confirm");
        hand.await("it is closed", () -> !console.isOpen());
        console.close();

        openWindow();
        hand.click("rail-overview");
        String id = console.newestContained().id();
        hand.awaitText("overview-unfinished", "was cut off.");
        assertThat(isTrusted(old)).isTrue();
        sleeper.wake();
        hand.click("open-" + id);
        hand.awaitText("containment-banner", "Its run was cut off.");
        hand.awaitText("containment-rotations", "gate");
        hand.click("containment-resume");
        hand.type("containment-resume-typed", PHRASE);
        hand.click("containment-resume-confirm");
        hand.await("the end", () -> isOver() && state().phase() == Phase.ENDED);
        assertThat(states()).containsOnly(StepState.CONFIRMED);
        assertThat(isTrusted(old)).isFalse();
        assertThat(sleeper.isAlive()).isTrue();
    }

    private void preview() {
        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        hand.write(VICTIM);
        hand.awaitText("Contain planner…");
        hand.press(KeyCode.ENTER);
        hand.awaitText("contain-steps", "Delete entries");
        hand.click("contain-strength-sever");
        hand.awaitText("contain-steps", "Rotate the X.509 authority");
    }

    private void start() {
        preview();
        hand.type("contain-incident", "INC-7");
        hand.type("contain-typed", PHRASE);
        hand.click("contain-run");
        hand.await("a containment", () -> console.contained().size() == 1);
    }

    private ContainmentState state() {
        return console.newestContained().state();
    }

    private boolean isOver() {
        return !console.contained().isEmpty()
                && !console.newestContained().runsHere()
                && state().endedAt().isPresent();
    }

    private List<StepState> states() {
        return state().steps().stream().map(StepReport::state).toList();
    }

    private TrustBundle bundle() {
        return Console.value(console.server().bundles().own());
    }

    private boolean isTrusted(String authority) {
        return bundle().x509Authorities().stream()
                .anyMatch(root -> root.subjectKeyId().equals(authority));
    }

    private String active(Kind kind) {
        return Console.value(console.server().authorities().slots(kind))
                .active()
                .orElseThrow()
                .authorityId();
    }
}
