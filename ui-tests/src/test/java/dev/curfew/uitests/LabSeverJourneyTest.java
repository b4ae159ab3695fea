package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.ItemReport;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.AuthoritySlots.Kind;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gate that two nodes of the lab keep closed, which stopped renewing: revoked all the same. */
class LabSeverJourneyTest {
    private static final String PHRASE = "lock them out";

    @TempDir Path folder;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        console = Console.onTheLab(folder);
        hand = console.hand();
        console.arm();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void aClosedGateIsOverriddenByItsOwnPhraseAndSaysWhoIsLockedOut() {
        String old = active();
        sever();
        hand.awaitText("containment-banner", "waits at its gate");
        hand.await("the others have passed", () -> step().items().size() == 2);
        String[] names = step().items().stream().map(ItemReport::title).toArray(String[]::new);
        hand.awaitText("containment-gate-nodes", names[0] + " has not taken up");
        hand.awaitText("containment-gate-nodes", names[1] + " has not taken up");

        hand.click("containment-gate");
        hand.await("cancel", () -> hand.focus().equals("containment-gate-cancel"));
        assertThat(hand.text("containment-gate-confirm")).isEqualTo("Revoke");
        hand.type("containment-gate-typed", "lock them");
        assertThat(hand.isRefused("containment-gate-confirm")).isTrue();
        hand.press(KeyCode.ESCAPE);
        hand.await("the question is gone", () -> !hand.shows("containment-gate-typed"));
        assertThat(step().state()).isEqualTo(StepState.GATED);

        hand.click("containment-gate");
        hand.type("containment-gate-typed", PHRASE);
        hand.click("containment-gate-confirm");
        hand.awaitText("containment-banner", "was revoked although nodes were not ready");
        assertThat(step().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(step().items()).extracting(ItemReport::title).containsExactly(names);
        hand.awaitText("containment-gate-nodes", names[0]);
        assertThat(Console.value(console.server().bundles().own()).x509Authorities())
                .noneMatch(root -> root.subjectKeyId().equals(old));
        hand.await("the end", () -> console.newestContained().state().phase() == Phase.ENDED);
        assertThat(console.newestContained().state().steps())
                .extracting(StepReport::state)
                .containsOnly(StepState.CONFIRMED);
    }

    private void sever() {
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        hand.awaitText("contain-steps", "Delete entries");
        hand.click("contain-strength-sever");
        hand.awaitText("contain-notes", "Nodes that have not renewed for a long time (2): ");
        console.armThePolicyBackend();
        hand.type("contain-incident", "INC-7");
        hand.type("contain-typed", "sever acme.test");
        hand.click("contain-run");
        hand.await("a containment", () -> console.contained().size() == 1);
    }

    private StepReport step() {
        ContainmentState state = console.newestContained().state();
        return state.plan().steps().stream()
                .filter(step -> step.lever() == Lever.ROTATE_X509)
                .map(state::step)
                .findFirst()
                .orElseThrow();
    }

    private String active() {
        return Console.value(console.server().authorities().slots(Kind.X509))
                .active()
                .orElseThrow()
                .authorityId();
    }
}
