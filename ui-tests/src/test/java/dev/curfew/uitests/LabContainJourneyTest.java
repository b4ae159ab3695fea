package dev.curfew.uitests;

import static dev.curfew.uitests.Console.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import dev.curfew.store.JournalEntry.Phase;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ending an identity and a node from the window, with the target typed, and putting both back. */
class LabContainJourneyTest {
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
    void anEntryIsDeletedByItsNameAndUndoRestoresItUnderItsId() {
        RegistrationEntry entry = console.entry("/agent/web-researcher");
        console.filter("id:*/agent/web-researcher", 1);
        hand.select("workloads-table", 0);
        hand.click("workloads-details-delete");
        hand.type("preview-typed", "web-researchers");
        assertThat(hand.isRefused("preview-run")).isTrue();

        console.confirm("web-researcher");

        assertThat(hand.text("report-counts")).isEqualTo("1 confirmed");
        assertThat(console.server().entries().get(entry.id()))
                .isInstanceOfSatisfying(
                        Failed.class,
                        gone -> assertThat(gone.failure().reason()).isEqualTo(Reason.NOT_FOUND));
        assertThat(console.journal()).isEqualTo(Console.WENT_WELL);
        console.closeReport();
        hand.await("the row is gone", () -> hand.rows("workloads-table") == 0);

        console.undoFromTheJournal();

        assertThat(console.onServer(entry.id()).toDraft()).isEqualTo(entry.toDraft());
        console.closeReport();
        hand.click("rail-workloads");
        hand.await("the row is back", () -> hand.rows("workloads-table") == 1);
    }

    @Test
    void aNodeIsBannedByItsNameAndTheBanIsLifted() {
        Node node = console.attestedNode("k8s_psat");
        String name = HostNames.orShortName(node);
        hand.click("rail-nodes");
        hand.type("nodes-query", "name:" + name);
        hand.await("its row alone", () -> hand.rows("nodes-table") == 1);
        hand.select("nodes-table", 0);
        hand.click("nodes-details-ban");
        hand.awaitShown("preview-hits");
        assertThat(hand.isRefused("preview-run")).isTrue();

        console.confirm(name);

        assertThat(value(console.server().nodes().get(node.id())).banned()).isTrue();
        assertThat(console.journal()).isEqualTo(Console.WENT_WELL);
        console.closeReport();

        hand.click("nodes-details-liftBan");
        console.confirm();

        assertThat(console.server().nodes().get(node.id()))
                .satisfiesAnyOf(
                        gone -> assertThat(gone).isInstanceOf(Failed.class),
                        back -> assertThat(value(back).banned()).isFalse());
        assertThat(console.journal())
                .hasSize(2 * Console.WENT_WELL.size())
                .endsWith(Console.WENT_WELL.toArray(Phase[]::new));
    }
}
