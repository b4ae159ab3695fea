package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing the window while a containment runs, and what the next start offers. */
class ClosingJourneyTest {
    @TempDir Path folder;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        console = Console.onTheLab(folder);
        hand = console.hand();
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void withNothingRunningItClosesAtOnce() {
        console.wantToClose();
        assertThat(console.isOpen()).isFalse();
    }

    @Test
    void closingAsksFirstAndTheNextStartOffersToGoOn() throws TimeoutException {
        console.arm();
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        hand.awaitText("contain-steps", "Delete entries");
        console.armThePolicyBackend();
        hand.type("contain-typed", "web-researcher");
        hand.click("contain-run");
        hand.awaitText("done, being watched");

        console.wantToClose();
        hand.await("cancel", () -> hand.focus().equals("closing-cancel"));
        assertThat(hand.text("closing"))
                .contains("Close while a containment runs?")
                .contains(
                        "Contain web-researcher: all steps are done; the servers are still being"
                                + " looked at");
        console.wantToClose();
        hand.press(KeyCode.ENTER);
        hand.await("the question is gone", () -> !hand.shows("closing"));
        assertThat(console.isOpen()).isTrue();
        console.wantToClose();
        hand.click("closing-confirm");
        hand.await("it is closed", () -> !console.isOpen());
        console.close();

        console = Console.onTheLab(folder);
        hand = console.hand();
        hand.click("rail-overview");
        String id = console.newestContained().id();
        assertThat(console.newestContained().isCutOff()).isTrue();
        hand.awaitText("overview-unfinished", "was cut off.");
        assertThat(hand.isRefused("resume-" + id)).isTrue();
        hand.click("arm-" + id);
        hand.click("resume-" + id);
        hand.type("containment-resume-typed", "web-researcher");
        hand.click("containment-resume-confirm");
        hand.await("the end", () -> console.newestContained().state().phase() == Phase.ENDED);
        assertThat(console.newestContained().state().steps().getFirst().proofs())
                .extracting(Proof::verdict)
                .endsWith(Proof.Verdict.HOLDS, Proof.Verdict.HOLDS, Proof.Verdict.HOLDS);
        hand.await("it is offered no more", () -> !hand.shows("arm-" + id));
        assertThat(hand.text("overview-unfinished")).isEmpty();
    }
}
