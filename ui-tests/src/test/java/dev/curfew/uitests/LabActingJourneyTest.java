package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.lab.acting.Call;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab's own screen: its agents act, and its faults are switched on and off. */
class LabActingJourneyTest {
    private static final String SECOND = "lab:acme.test-b";

    @TempDir Path folder;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        console = Console.onTheLab(folder);
        hand = console.hand();
        hand.click("rail-lab");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void itsAgentsCallAndEachCallIsInTheTable() {
        hand.awaitText("Nobody acts.");
        hand.click("lab-idle-start");
        hand.click("lab-kind-1");
        hand.await("calls in the table", () -> hand.rows("lab-calls") > 5);
        hand.click("lab-hold");
        hand.awaitText("Go on");
        hand.click("lab-act");
        hand.await("nobody acts", () -> !console.lab().activity().isRunning());

        assertThat(console.lab().activity().calls()).allMatch(Call::ok);
    }

    @Test
    void aControllerIsSwitchedOnAndOff() {
        hand.click("lab-fault-controller");
        hand.await("it runs", () -> console.lab().acme().faults().revertsChanges());
        hand.click("lab-fault-controller");
        hand.await("it does not", () -> !console.lab().acme().faults().revertsChanges());
    }

    @Test
    void aSecondServerIsAConnectionAsLongAsItRuns() {
        hand.click("lab-fault-second");
        hand.await("it is connected", () -> console.isUp(SECOND));
        hand.awaitText(SECOND);
        hand.click("lab-fault-second");
        hand.await("it is not", () -> !console.isUp(SECOND));
        hand.await("it is forgotten", () -> !hand.text().contains(SECOND));
    }
}
