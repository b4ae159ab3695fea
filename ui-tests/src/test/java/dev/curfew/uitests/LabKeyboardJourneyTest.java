package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.RegistrationEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window by its keys alone, on the lab. */
class LabKeyboardJourneyTest {
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
    void thePaletteFindsAnAgentAndOpensIt() {
        hand.click("rail-overview");
        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        hand.write("ledger-reader");
        hand.awaitText("palette-list", "ledger-reader");
        hand.press(KeyCode.ENTER);

        hand.awaitText("workloads-details", "ledger-reader");
        assertThat(hand.shows("palette")).isFalse();
        assertThat(hand.rows("workloads-table")).isEqualTo(1);
    }

    @Test
    void slashLeadsToTheFilterAndDoesNotStandInIt() {
        hand.select("workloads-table", 0);
        hand.write("/");
        hand.await("the focus", () -> hand.focus().equals("workloads-query"));
        hand.write("planner");
        hand.await("three rows", () -> hand.rows("workloads-table") == 3);
        assertThat(hand.text("workloads-query")).isEqualTo("planner");
    }

    @Test
    void f5ReadsTheServerAgain() {
        RegistrationEntry gone = console.entry("/agent/code-writer");
        console.filter("id:*/agent/code-writer", 1);
        console.server().entries().delete(List.of(gone.id()));
        assertThat(hand.rows("workloads-table")).isEqualTo(1);

        hand.press(KeyCode.F5);

        hand.await("the row is gone", () -> hand.rows("workloads-table") == 0);
    }

    @Test
    void enterDoesNotConfirmADeleteThatHasJustOpened() {
        RegistrationEntry entry = console.entry("/agent/web-researcher");
        console.arm();
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.click("workloads-details-delete");
        hand.await("the focus on Cancel", () -> hand.focus().equals("preview-cancel"));

        hand.press(KeyCode.ENTER);

        assertThat(hand.shows("run-words")).isFalse();
        assertThat(hand.shows("report-close")).isFalse();
        assertThat(console.journal()).isEmpty();
        assertThat(console.onServer(entry.id())).isEqualTo(entry);
    }

    @Test
    void enterDoesNotConfirmADeleteEvenWithItsNameTyped() {
        RegistrationEntry entry = console.entry("/agent/web-researcher");
        console.arm();
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.click("workloads-details-delete");
        hand.type("preview-typed", "web-researcher");
        hand.await("it could be run", () -> !hand.isRefused("preview-run"));

        hand.press(KeyCode.ENTER);

        assertThat(hand.shows("preview-run")).isTrue();
        assertThat(console.journal()).isEmpty();
        assertThat(console.onServer(entry.id())).isEqualTo(entry);
    }
}
