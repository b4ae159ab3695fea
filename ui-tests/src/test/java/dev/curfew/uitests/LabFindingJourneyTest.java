package dev.curfew.uitests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.delegation.FindingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finding is let be with a reason, and rules are put in force; the journal tells of both. */
class LabFindingJourneyTest {
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
    void aWaivedFindingMovesDownAndTheJournalSaysWhy() {
        hand.click("rail-delegation");
        hand.click("delegation-shape-2");
        hand.await("something was found", () -> hand.rows("findings-table") > 0);
        FindingRow worst = hand.row("findings-table", 0, FindingRow.class);
        assertThat(worst.rank()).isZero();
        hand.select("findings-table", 0);
        hand.awaitText("findings-details", worst.check().name());
        assertThat(hand.isRefused("findings-waive")).isTrue();
        hand.type("findings-waive-reason", "known until the release");
        hand.click("findings-waive");

        hand.awaitText("1 waived.");
        hand.await(
                "it stands below",
                () ->
                        hand.row(
                                        "findings-table",
                                        hand.rows("findings-table") - 1,
                                        FindingRow.class)
                                .key()
                                .equals(worst.key()));
        hand.awaitText("findings-details", "known until the release");

        journal("waive");
        hand.awaitText(
                "journal-details", "A finding of " + worst.check().name() + " is let be until ");
        assertThat(hand.text("journal-details"))
                .contains("known until the release", System.getProperty("user.name"));
    }

    @Test
    void aDeclaredGrantIsCheckedWithTheRestUntilItIsTakenAway() throws IOException {
        hand.click("rail-delegation");
        hand.click("delegation-shape-2");
        hand.await("something was found", () -> hand.rows("findings-table") > 0);
        console.desk().willChoose(Files.writeString(folder.resolve("no.yaml"), "version: 2\n"));
        hand.choose("delegation-add", "delegation-add-file");
        hand.awaitText("line 1: a number from 1 to 1 is expected here");
        console.desk()
                .willChoose(
                        Files.writeString(
                                folder.resolve("known.yaml"),
                                """
                                version: 1
                                grants:
                                  - id: a
                                    from: user:erin
                                    to: spiffe://acme.test/agent/planner
                                    scope: [read dataset:papers]
                                  - id: b
                                    from: spiffe://acme.test/agent/planner
                                    to: spiffe://acme.test/agent/worker
                                    scope: [write dataset:papers]
                                    parent: a
                                """));
        hand.choose("delegation-add", "delegation-add-file");
        hand.awaitText("2 declared grants added from known.yaml.");
        hand.awaitText("planner → worker gives write dataset:papers");

        hand.choose("delegation-add", "delegation-add-remove-known.yaml");
        hand.await(
                "it is gone and the rest is not",
                () ->
                        !hand.text("findings-table").contains("planner → worker")
                                && hand.rows("findings-table") > 0);
    }

    @Test
    void aMistakeInTheRulesIsNamedWithItsPlaceAndRightOnesArePutInForce() {
        hand.click("rail-delegation");
        hand.click("delegation-shape-3");
        hand.click("rules-part-2");
        hand.paste("rules-text", "version: 1\ndefault: maybe\n");
        hand.awaitText("Line 2, column 10: allow or forbid is expected here.");
        assertThat(hand.isRefused("rules-save")).isTrue();
        hand.paste("rules-text", "version: 1\ndefault: forbid\n");
        hand.awaitText("0 rules, by default forbidden.");
        hand.type("rules-reason", "review 12");
        hand.click("rules-save");
        hand.awaitText("The rules are in force");

        journal("save-rules");
        hand.awaitText(
                "journal-details", "Rules put in force: 0 rules, by default forbidden. Added: 0,");
        assertThat(hand.text("journal-details")).contains("review 12");
    }

    /** Opens the only record of such an action. */
    private void journal(String action) {
        hand.click("rail-journal");
        hand.type("journal-query", "action:" + action);
        hand.await("one record", () -> hand.rows("journal") == 1);
        hand.select("journal", 0);
    }
}
