package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.Link;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.lab.acting.Call;
import dev.curfew.store.JournalEntry.Phase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises for the first five minutes, on the lab. */
class LabJourneyTest {
    private static final String LAB = "lab:acme.test";
    private static final String SECOND = "lab:acme.test-b";

    @TempDir Path folder;
    private Console console;

    @BeforeEach
    void openOnTheLab() throws TimeoutException {
        console = new Console(folder);
        console.begin(false);
        console.go("workloads");
        console.await("the lab's entries", () -> console.rows("workloads-table") > 200);
    }

    @AfterEach
    void closeTheWindow() {
        console.close();
    }

    @Test
    void theListNarrowsAsOneTypesAndAMistakeKeepsIt() {
        int all = console.rows("workloads-table");
        console.type("workloads-query", "planner");
        console.await("fewer rows", () -> console.rows("workloads-table") == 3);
        console.type("workloads-query", "planner tll>1h");
        console.awaitText("there is no field tll");
        assertThat(console.rows("workloads-table")).isEqualTo(3);
        console.type("workloads-query", "");
        console.await("all rows", () -> console.rows("workloads-table") == all);
    }

    @Test
    void nothingIsDeletedUntilTheNameIsTypedAndEnterIsNoConfirmation() {
        console.arm(LAB);
        console.type("workloads-query", "id:*/agent/web-researcher");
        console.await("one row", () -> console.rows("workloads-table") == 1);
        console.select("workloads-table", 0);
        console.click("workloads-details-delete");
        console.awaitText("Last credential dead by");
        console.press(KeyCode.ENTER);
        console.await("the dialog is gone or unchanged", () -> true);
        assertThat(webResearcher()).isNotNull();
        assertThat(phases()).doesNotContain(Phase.PLANNED);
    }

    @Test
    void theLabsAgentsActAndItsFaultsAreSwitchedByTheKeyboard() {
        console.click("rail-lab");
        console.space("lab-idle-start");
        console.space("lab-kind-1");
        console.await("calls in the table", () -> console.rows("lab-calls") > 5);

        console.space("lab-fault-controller");
        console.await("the controller runs", () -> lab().acme().faults().revertsChanges());

        console.space("lab-fault-second");
        console.await("the second server is connected", () -> isUp(SECOND));
        console.space("lab-fault-second");
        console.await(
                "the second server is gone",
                () -> console.core().estates().estate().server(SECOND).isEmpty());
        assertThat(lab().activity().calls()).allMatch(Call::ok);
    }

    private Lab lab() {
        return console.core().lab().running().orElseThrow();
    }

    private boolean isUp(String connection) {
        return console.core()
                .estates()
                .estate()
                .server(connection)
                .filter(server -> server.link() instanceof Link.Up)
                .isPresent();
    }

    private RegistrationEntry webResearcher() {
        return console
                .core()
                .estates()
                .estate()
                .server(LAB)
                .orElseThrow()
                .entries()
                .value()
                .entries()
                .stream()
                .filter(e -> e.spiffeId().getPath().equals("/agent/web-researcher"))
                .findFirst()
                .orElseThrow();
    }

    private List<Phase> phases() {
        return console
                .core()
                .store()
                .journal()
                .newestBefore(Long.MAX_VALUE, 100)
                .reversed()
                .stream()
                .map(record -> record.entry().phase())
                .toList();
    }
}
