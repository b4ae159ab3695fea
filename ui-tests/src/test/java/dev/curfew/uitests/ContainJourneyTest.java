package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.RegistrationEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incident from a SPIFFE ID to a running countdown and back, with the keyboard alone. */
class ContainJourneyTest {
    private static final String LAB = "lab:acme.test";
    private static final String ID = "spiffe://acme.test/agent/web-researcher";

    @TempDir Path folder;
    private Console console;

    @BeforeEach
    void openOnTheLab() throws TimeoutException {
        console = new Console(folder);
        console.begin(false);
        console.await("the lab's entries", () -> entries().size() == 1);
    }

    @AfterEach
    void closeTheWindow() {
        console.close();
    }

    private List<RegistrationEntry> entries() {
        return console.core().estates().estate().server(LAB).stream()
                .flatMap(server -> server.entries().value().entries().stream())
                .filter(entry -> entry.spiffeId().toString().equals(ID))
                .toList();
    }

    private List<Kept> contained() {
        return console.core().containments().all();
    }

    @Test
    void fromASpiffeIdToAConfirmedContainInSixPresses() {
        AtomicInteger presses = console.countPresses();
        console.press(KeyCode.CONTROL, KeyCode.K);
        console.await("the palette", () -> console.focus().equals("palette-field"));
        console.typeHere(ID);
        console.awaitText("Contain web-researcher…");
        console.press(KeyCode.ENTER);
        console.await("the plan", () -> console.shows("contain-arm"));
        assertThat(console.focus()).isEqualTo("contain-cancel");
        console.click("contain-arm");
        console.click("contain-typed");
        console.typeHere("web-researcher");
        console.press(KeyCode.CONTROL, KeyCode.ENTER);
        console.await("a containment", () -> contained().size() == 1);

        assertThat(presses.get()).isLessThanOrEqualTo(6);
        console.awaitText("web-researcher can still act for at most");
        console.awaitText("can still act, last until ≤");
        console.await("nothing gives the identity", () -> entries().isEmpty());
    }

    @Test
    void theKeyboardAloneContainsAndPutsBack() {
        console.arm(LAB);
        console.go("workloads");
        console.type("workloads-query", "id:*/agent/web-researcher");
        console.await("one row", () -> console.rows("workloads-table") == 1);
        console.select("workloads-table", 0);
        console.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        console.await("the plan", () -> console.focus().equals("contain-cancel"));
        console.awaitText("Delete entries");
        console.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(console.focus()).isEqualTo("contain-typed");
        console.typeHere("web-researcher");
        console.press(KeyCode.ENTER);
        assertThat(console.focus()).isEqualTo("contain-run");
        assertThat(contained()).isEmpty();
        console.press(KeyCode.SPACE);
        console.await("a containment", () -> contained().size() == 1);
        console.awaitText("done, being watched");
        console.press(KeyCode.ALT, KeyCode.LEFT);
        console.await("the list again", () -> console.shows("workloads-table"));
        console.press(KeyCode.ALT, KeyCode.RIGHT);
        console.awaitText("web-researcher can still act for at most");

        // It is watched for half a minute: a controller may put it back.
        console.click("containment-abort");
        console.click("containment-abort-confirm");
        console.await("the end", () -> contained().getFirst().state().phase() == Phase.ENDED);
        assertThat(contained().getFirst().state().steps().getFirst().state())
                .isEqualTo(StepState.CONFIRMED);
        console.click("containment-undo");
        console.awaitText("nothing ends: this adds access");
        console.press(KeyCode.SHIFT, KeyCode.TAB);
        console.typeHere("web-researcher");
        console.press(KeyCode.CONTROL, KeyCode.ENTER);
        console.await("the entry is back", () -> entries().size() == 1);
        console.await(
                "it is known as put back",
                () -> contained().size() == 2 && contained().getLast().restoredBy().isPresent());
    }
}
