package dev.curfew.uitests;

import static dev.curfew.uitests.Console.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.Secrets;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.NeedsCerbos;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealCerbos;
import dev.curfew.peers.RealSpire;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyBackends;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.store.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent is denied everything on a real Cerbos from the window, and let again: the decisions that
 * Cerbos itself logs are looked at in the window each time.
 */
@NeedsSpire
@NeedsCerbos
class RealCerbosWindowTest {
    private static final String ROGUE = "spiffe://acme.test/agent/rogue";
    private static final String TOOLS =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "resourcePolicy": {
                "resource": "tool",
                "version": "default",
                "rules": [{"actions": ["use"], "effect": "EFFECT_ALLOW", "roles": ["agent"]}]
              }
            }
            """;
    private static final Secrets NONE =
            (reference, purpose) -> Outcome.failed(Reason.CREDENTIAL_UNREADABLE, purpose, "");

    @TempDir Path folder;
    private RealSpire spire;
    private RealCerbos cerbos;
    private PolicyBackend asking;
    private Console console;
    private Hand hand;

    @BeforeEach
    void open() throws TimeoutException {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        spire.cli(
                        "entry",
                        "create",
                        "-spiffeID",
                        ROGUE,
                        "-parentID",
                        "spiffe://acme.test/nodes/all",
                        "-selector",
                        "unix:uid:5000")
                .text();
        cerbos = RealCerbos.changeable();
        cerbos.put(TOOLS);
        asking = value(PolicyBackends.open(plain(), NONE, Clock.systemUTC()));
        console = Console.on(spire.localProfile("real"), folder);
        hand = console.hand();
    }

    @AfterEach
    void close() {
        console.close();
        asking.close();
        cerbos.close();
        spire.close();
    }

    @Test
    void anAgentIsPutInQuarantineAndLetOutOfItFromTheWindow() throws IOException {
        addTheBackend();
        assertThat(mayUse()).isEqualTo(Verdict.ALLOWED);
        awaitLogged("Allowed", "1 decision");

        contain();
        var done = console.newestContained().state();
        assertThat(done.plan().steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.QUARANTINE, Lever.DELETE_ENTRIES);
        assertThat(done.steps())
                .extracting(StepReport::state)
                .containsExactly(StepState.CONFIRMED, StepState.CONFIRMED);
        assertThat(mayUse()).isEqualTo(Verdict.DENIED);
        awaitLogged("Denied");

        putBack();
        assertThat(mayUse()).isEqualTo(Verdict.ALLOWED);
        askInTheWindow("Allowed: agent:" + ROGUE + " use tool:search");
        assertThat(console.entriesOf(ROGUE)).hasSize(1);
        journalHasTheSteps();
    }

    private void addTheBackend() throws IOException {
        hand.click("rail-connections");
        hand.click("connections-newBackend");
        hand.click("backend-kind-2");
        hand.paste("backend-name", "decisions");
        hand.paste("backend-address", cerbos.address().display());
        hand.click("backend-way-1");
        hand.click("backend-admin-1");
        hand.paste("backend-admin-user", RealCerbos.ADMIN);
        hand.click("backend-admin-from-2");
        hand.paste(
                "backend-admin-secret",
                Files.writeString(folder.resolve("admin"), RealCerbos.PASSWORD).toString());
        hand.click("backend-test");
        hand.awaitText("backend-trial", "takes the admin password that it ships with");
        hand.click("backend-save");
        hand.awaitText("connections", "decisions");
        assertThat(console.savedBackends()).containsExactly("decisions");
    }

    private void contain() {
        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        hand.write(ROGUE);
        hand.awaitText("Contain rogue…");
        hand.press(KeyCode.ENTER);
        hand.awaitText("contain-steps", "Quarantine");
        hand.awaitText("contain-steps", "Delete entries");
        hand.click("contain-arm");
        hand.type("contain-reason", "acts after its task");
        hand.type("contain-incident", "INC-9");
        hand.type("contain-typed", "rogue");
        hand.click("contain-run");
        hand.await("a containment", () -> console.contained().size() == 1);
        hand.await("its end", () -> console.newestContained().state().phase() == Phase.ENDED);
    }

    private void putBack() {
        hand.click("rail-containments");
        hand.select("containments-table", 0);
        hand.press(KeyCode.ENTER);
        hand.click("containment-undo");
        hand.awaitText("contain-steps", "Lift quarantine");
        hand.type("contain-typed", "rogue");
        hand.click("contain-run");
        hand.await("two containments", () -> console.contained().size() == 2);
        hand.await("its end", () -> console.newestContained().state().phase() == Phase.ENDED);
        assertThat(console.newestContained().state().succeeded()).isTrue();
    }

    /** Reads the backend's log until these words are in it. */
    private void awaitLogged(String... words) {
        openTheCard();
        hand.click("backend-decisions-follow");
        for (String word : words) {
            hand.awaitText("backend-look-card", word);
        }
        hand.click("backend-look-close");
    }

    private void askInTheWindow(String answer) {
        openTheCard();
        hand.click("backend-look-2");
        hand.paste("backend-ask-subject", ROGUE);
        hand.paste("backend-ask-action", "use");
        hand.paste("backend-ask-resource", "tool:search");
        hand.click("backend-ask");
        hand.awaitText("backend-ask-verdict", answer);
        hand.click("backend-look-close");
    }

    private void openTheCard() {
        hand.click("rail-connections");
        hand.await("both connections", () -> hand.rows("connections") == 2);
        hand.await(
                "its details",
                () -> {
                    hand.select("connections", 1);
                    return hand.shows("connection-look");
                });
        hand.click("connection-look");
    }

    /** Each step as it was planned, sent, accepted and found done, there and back. */
    private void journalHasTheSteps() {
        for (String action : List.of("quarantine", "lift-quarantine")) {
            assertThat(console.journalOf(action))
                    .as(action)
                    .containsSubsequence(
                            JournalEntry.Phase.PLANNED,
                            JournalEntry.Phase.SENDING,
                            JournalEntry.Phase.ACCEPTED,
                            JournalEntry.Phase.CONFIRMED);
        }
    }

    private Verdict mayUse() {
        return value(
                        asking.check(
                                AccessQuestion.of(
                                        new PolicyEntity("agent", ROGUE),
                                        "use",
                                        new PolicyEntity("tool", "search")),
                                Consistency.STRONGEST))
                .verdict();
    }

    private PolicyProfile plain() {
        return PolicyProfile.of(
                "asking",
                new PolicyTarget(PolicyKind.CERBOS, cerbos.address(), Optional.empty()),
                new Tls.Plaintext(),
                new Key.None());
    }
}
