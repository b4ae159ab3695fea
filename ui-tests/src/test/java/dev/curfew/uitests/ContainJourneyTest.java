package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepState;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident from a SPIFFE ID to a running countdown, and back. */
class ContainJourneyTest {
    private static final String ID = "spiffe://acme.test/agent/web-researcher";

    @TempDir Path folder;
    private Console console;
    private Hand hand;

    @BeforeEach
    void openOnTheLab() throws TimeoutException {
        console = Console.onTheLab(folder);
        hand = console.hand();
    }

    @AfterEach
    void closeTheWindow() {
        console.close();
    }

    /** From a window that may not write, with arming it: six, and the target's name. */
    @Test
    void fromASpiffeIdToAConfirmedContainInSixPresses() {
        AtomicInteger presses = hand.countPresses();
        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        writeUncounted(ID, presses);
        hand.awaitText("Contain web-researcher…");
        hand.press(KeyCode.ENTER);
        hand.awaitShown("contain-arm");
        assertThat(hand.focus()).isEqualTo("contain-cancel");
        hand.click("contain-arm");
        hand.click("contain-typed");
        writeUncounted("web-researcher", presses);
        hand.press(KeyCode.CONTROL, KeyCode.ENTER);
        hand.await("a containment", () -> console.contained().size() == 1);

        assertThat(presses.get()).isEqualTo(5);
        hand.awaitText("web-researcher can still act for at most");
        hand.awaitText("status-countdown", "1 can still act, last until ≤");
        hand.await("nothing gives the identity", () -> console.entriesOf(ID).isEmpty());
    }

    /** The text itself is not a press beyond it. */
    private void writeUncounted(String text, AtomicInteger presses) {
        int before = presses.get();
        hand.write(text);
        presses.set(before);
    }

    @Test
    void theKeyboardAloneContainsAndPutsBack() {
        console.arm();
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        hand.await("the plan", () -> hand.focus().equals("contain-cancel"));
        hand.awaitText("contain-steps", "Delete entries");
        // The lab's policy backend ends its grant, and is read-only by itself.
        hand.back("contain-arm");
        hand.press(KeyCode.SPACE);
        hand.await("all is armed", () -> !hand.shows("contain-arm"));
        assertThat(hand.focus()).isEqualTo("contain-cancel");
        hand.back("contain-typed");
        hand.write("web-researcher");
        hand.press(KeyCode.ENTER);
        assertThat(hand.focus()).isEqualTo("contain-run");
        assertThat(console.contained()).isEmpty();
        hand.press(KeyCode.SPACE);
        hand.await("a containment", () -> console.contained().size() == 1);
        hand.awaitText("done, being watched");
        hand.press(KeyCode.ALT, KeyCode.LEFT);
        hand.awaitShown("workloads-table");
        hand.press(KeyCode.ALT, KeyCode.RIGHT);
        hand.awaitText("web-researcher can still act for at most");

        // It is watched for half a minute, because a controller may put it back.
        hand.click("containment-abort");
        hand.click("containment-abort-confirm");
        hand.await("the end", () -> console.contained().getFirst().state().phase() == Phase.ENDED);
        assertThat(console.contained().getFirst().state().steps().getFirst().state())
                .isEqualTo(StepState.CONFIRMED);
        hand.click("containment-undo");
        hand.awaitText("nothing ends: this adds access");
        hand.press(KeyCode.SHIFT, KeyCode.TAB);
        hand.write("web-researcher");
        hand.press(KeyCode.CONTROL, KeyCode.ENTER);
        hand.await("the entry is back", () -> console.entriesOf(ID).size() == 1);
        hand.await(
                "it is known as put back",
                () ->
                        console.contained().size() == 2
                                && console.contained().getLast().restoredBy().isPresent());
    }
}
