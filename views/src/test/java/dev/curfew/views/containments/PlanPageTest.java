package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.spire.EntryUpdate;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.Unnamed;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a containment before it runs, on the lab. */
class PlanPageTest {
    @TempDir Path folder;

    private static void with(Consumer<ContainLab> steps) {
        Fx.run(() -> {
            try (ContainLab lab = new ContainLab()) {
                steps.accept(lab);
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    /** Goes through with what is on the page and gives the containment's id. */
    private static String confirm(ContainLab lab) {
        lab.type("contain-typed", "web-researcher");
        lab.press("contain-run");
        String id = ((Address.One) lab.here()).id();
        lab.awaitEnd(id);
        return id;
    }

    @Test
    void whateverTakesTheFocusHasAName() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            assertThat(Unnamed.in(lab.root)).isEmpty();
            lab.find("contain-strength-sever", RadioButton.class).fire();
            assertThat(Unnamed.in(lab.root)).as("sever").isEmpty();
            String id = lab.run(_ -> {});
            lab.go(new Address.All(""));
            assertThat(Unnamed.in(lab.root)).as("all of them").isEmpty();
            lab.go(new Address.One(id));
            assertThat(Unnamed.in(lab.root)).as("one of them").isEmpty();
            lab.go(new Address.Restore(id));
            assertThat(Unnamed.in(lab.root)).as("putting it back").isEmpty();
        });
    }

    @Test
    void withoutAnyGrantsReadThereIsNoPictureAndItSaysSo() {
        with(lab -> {
            lab.planning(ContainLab.TARGET);
            assertThat(lab.why("contain-picture"))
                    .isEqualTo("There is no picture: the grants of no policy backend were read.");
            lab.press("contain-picture");
            assertThat(lab.pictured).isEmpty();
        });
    }

    @Test
    void whatWasWrittenIsThereWhenOneComesBackFromThePicture() {
        with(lab -> {
            lab.planning(ContainLab.TARGET);
            Address plan = lab.here();
            lab.type("contain-reason", "acts after its task");
            lab.type("contain-typed", "web-res");
            lab.find("contain-strength-sever", RadioButton.class).fire();
            lab.page.picture(lab.plan(ContainLab.TARGET));
            assertThat(lab.pictured).containsExactly(plan.location());
            lab.go(new Address.All(""));
            lab.go(plan);
            assertThat(lab.find("contain-reason", TextField.class).getText())
                    .isEqualTo("acts after its task");
            assertThat(lab.find("contain-typed", TextField.class).getText()).isEqualTo("web-res");
            assertThat(lab.find("contain-strength-sever", RadioButton.class).isSelected()).isTrue();
            lab.go(new Address.All(""));
            lab.go(plan);
            assertThat(lab.find("contain-reason", TextField.class).getText())
                    .as("it was left for good")
                    .isEmpty();
        });
    }

    @Test
    void itStartsOnCancelAndSaysWhyNotUntilTheTargetIsTyped() {
        with(lab -> {
            lab.planning(ContainLab.TARGET);
            assertThat(lab.focus()).isEqualTo("contain-cancel");
            assertThat(lab.page.title().orElseThrow().getValue())
                    .isEqualTo("Contain web-researcher");
            assertThat(lab.page.subtitle().getValue()).isEqualTo(ContainLab.AGENT);
            assertThat(lab.why("contain-run")).isEqualTo("acme is read-only. Arm it first.");
            lab.press("contain-arm");
            assertThat(lab.why("contain-run")).isEqualTo("Type web-researcher first.");
            lab.type("contain-typed", "web-res");
            assertThat(lab.words()).contains("7 of 14");
            assertThat(lab.why("contain-run")).isEqualTo("Type web-researcher first.");
            lab.type("contain-typed", "web-researcher");
            assertThat(lab.why("contain-run")).isEmpty();
            assertThat(lab.journal.entries()).isEmpty();
        });
    }

    @Test
    void confirmingItLeadsToItsOwnPageAndBackDoesNotLeadToThePreview() {
        with(lab -> {
            lab.go(new Address.All(""));
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            lab.armed().planning(ContainLab.TARGET);
            lab.type("contain-reason", "acts after its task");
            lab.type("contain-incident", "INC-4711");
            String id = confirm(lab);
            assertThat(lab.onServer(entry.id())).isEmpty();
            assertThat(lab.kept(id).state().steps().getFirst().state())
                    .isEqualTo(StepState.CONFIRMED);
            assertThat(lab.kept(id).state().confirmation().incident()).isEqualTo("INC-4711");
            assertThat(lab.words()).contains("confirmed", "still as wanted, 1 of 1");
            lab.navigator.back();
            assertThat(lab.here()).isEqualTo(new Address.All(""));
        });
    }

    @Test
    void enterGoesOnToTheLastButtonAndNeverConfirms() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.type("contain-typed", "web-researcher");
            lab.find("contain-typed", TextField.class).requestFocus();
            lab.key(KeyCode.ENTER, false);
            assertThat(lab.focus()).isEqualTo("contain-run");
            lab.key(KeyCode.ENTER, false);
            assertThat(lab.here()).isEqualTo(new Address.Plan(ContainLab.TARGET));
            assertThat(lab.journal.entries()).isEmpty();
        });
    }

    @Test
    void theChordConfirmsOnlyWhatTheButtonWould() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.key(KeyCode.ENTER, true);
            assertThat(lab.journal.entries()).isEmpty();
            lab.type("contain-typed", ContainLab.AGENT);
            lab.key(KeyCode.ENTER, true);
            String id = ((Address.One) lab.here()).id();
            lab.awaitEnd(id);
            assertThat(lab.kept(id).state().succeeded()).isTrue();
            assertThat(lab.kept(id).state().confirmation().typed()).isEqualTo("web-researcher");
        });
    }

    @Test
    void theThreeStrengthsStandBesideEachOtherWithWhatEachWouldDo() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            assertThat(lab.find("contain-strength-contain", RadioButton.class).isSelected())
                    .isTrue();
            assertThat(lab.words())
                    .contains(
                            "old TTLs over by ≤",
                            "all dead by ≤",
                            "1 step, mostly reversible",
                            "3 steps, not reversible");
            lab.find("contain-strength-sever", RadioButton.class).fire();
            assertThat(lab.page.title().orElseThrow().getValue()).isEqualTo("Sever web-researcher");
            lab.type("contain-typed", "web-researcher");
            assertThat(lab.why("contain-run")).isEqualTo("Type sever acme.test first.");
            lab.type("contain-typed", "sever acme.test");
            assertThat(lab.why("contain-run")).isEqualTo("Name the incident first.");
            lab.type("contain-incident", "INC-1");
            assertThat(lab.why("contain-run")).isEmpty();
        });
    }

    @Test
    void anEndpointThatIsDeclaredIsLookedAtWithEachReadingBack() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.type("contain-typed", "web-researcher");
            lab.type("contain-endpoints", "127.0.0.1");
            assertThat(lab.words())
                    .contains("An endpoint is written as host:port, or as [::1]:8443 for IPv6");
            assertThat(lab.why("contain-run")).isEqualTo("Correct what is marked first.");
            // Nothing listens there, and that is what the page has to say.
            lab.type("contain-endpoints", "127.0.0.1:1");
            assertThat(lab.why("contain-run")).isEmpty();
            lab.press("contain-run");
            String id = ((Address.One) lab.here()).id();
            lab.awaitEnd(id);
            assertThat(lab.kept(id).state().plan().request().endpoints())
                    .hasToString("[" + ContainLab.AGENT + "=127.0.0.1:1]");
            assertThat(lab.kept(id).state().sightings()).isNotEmpty();
        });
    }

    @Test
    void tightenNeedsNoTypingAndTakesItsTtlsFromTheFields() {
        with(lab -> {
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            lab.armed().planning(ContainLab.TARGET);
            lab.find("contain-strength-tighten", RadioButton.class).fire();
            assertThat(lab.shows("contain-typed")).isFalse();
            lab.type("contain-x509", "5 moons");
            assertThat(lab.why("contain-run")).isEqualTo("Correct what is marked first.");
            lab.type("contain-x509", "2m");
            assertThat(lab.why("contain-run")).isEmpty();
            lab.press("contain-run");
            lab.awaitEnd(((Address.One) lab.here()).id());
            RegistrationEntry now = lab.onServer(entry.id()).orElseThrow();
            assertThat(now.x509TtlSeconds()).isEqualTo(120);
            assertThat(now.jwtTtlSeconds()).isEqualTo(60);
        });
    }

    @Test
    void banningTheServingNodesIsAChoice() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            CheckBox ban = lab.find("contain-ban", CheckBox.class);
            assertThat(ban.getText()).isEqualTo("Also ban the 5 nodes that serve it");
            ban.fire();
            String id = confirm(lab);
            assertThat(lab.kept(id).state().plan().steps())
                    .extracting(PlannedStep::lever)
                    .containsExactly(
                            Lever.DELETE_ENTRIES,
                            Lever.BAN_NODE,
                            Lever.BAN_NODE,
                            Lever.BAN_NODE,
                            Lever.BAN_NODE,
                            Lever.BAN_NODE);
        });
    }

    @Test
    void planningAgainEachSecondMovesNothing() {
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.find("contain-typed", TextField.class).requestFocus();
            lab.type("contain-typed", "web");
            List<Node> rows = rows(lab);
            for (int second = 0; second < 3; second++) {
                lab.tick();
                lab.layout();
            }
            assertThat(lab.focus()).isEqualTo("contain-typed");
            assertThat(lab.find("contain-typed", TextField.class).getText()).isEqualTo("web");
            assertThat(rows(lab)).isEqualTo(rows);
        });
    }

    private static List<Node> rows(ContainLab lab) {
        return List.copyOf(
                lab.find("contain-steps", Parent.class).lookupAll(".line-row").stream().toList());
    }

    @Test
    void aDryRunAsksTheServersAndWritesNothing() {
        with(lab -> {
            lab.planning(ContainLab.TARGET);
            lab.press("contain-dryRun");
            assertThat(lab.words())
                    .contains("every target is as planned. Nothing was written.")
                    .contains("Step 1 on acme: 1 of 1 could be changed now")
                    .contains("Still read-only: acme.");
            assertThat(lab.journal.entries()).isEmpty();
        });
    }

    @Test
    void aSavedPlanRunsUnderItsOwnIdWhileTheServersAreAsItSawThem() {
        Path file = folder.resolve("plan.json");
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.dialogs.willChoose(Optional.of(file));
            lab.press("contain-save");
            assertThat(lab.dialogs.told().getLast().text())
                    .isEqualTo("The plan is in " + file + ".");
            lab.go(new Address.All(""));
            lab.press("containments-load");
            assertThat(lab.here()).isEqualTo(new Address.SavedPlan(file));
            assertThat(lab.shows("contain-strengths")).isFalse();
            String id = confirm(lab);
            assertThat(lab.kept(id).state().succeeded()).isTrue();
            assertThat(file).content().contains(id);
        });
    }

    @Test
    void aStalePlanIsRefusedWithWhatDiffers() {
        Path file = folder.resolve("stale.json");
        with(lab -> {
            lab.armed().planning(ContainLab.TARGET);
            lab.dialogs.willChoose(Optional.of(file));
            lab.press("contain-save");
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            lab.client()
                    .entries()
                    .setTtls(
                            List.of(new EntryUpdate(entry.id(), entry.toDraft().withTtls(60, 60))));
            lab.estates.refreshNow(ContainLab.ACME);
            lab.settle();
            lab.go(new Address.SavedPlan(file));
            lab.type("contain-typed", "web-researcher");
            assertThat(lab.why("contain-run"))
                    .isEqualTo("The servers are not as the saved plan saw them.");
            assertThat(lab.words())
                    .contains("• " + ContainLab.AGENT + " was changed: revision")
                    .contains("This plan is not what the servers are any more, so it is not run.");
            lab.press("contain-planAgain");
            assertThat(lab.here()).isEqualTo(new Address.Plan(ContainLab.TARGET));
            lab.type("contain-typed", "web-researcher");
            assertThat(lab.why("contain-run")).isEmpty();
        });
    }

    @Test
    void aFileThatIsNoPlanLeadsBackToTheList() {
        with(lab -> {
            lab.go(new Address.SavedPlan(folder.resolve("nothing.json")));
            assertThat(lab.here()).isEqualTo(new Address.All(""));
            assertThat(lab.dialogs.told().getLast().text())
                    .contains("nothing.json", "it can not be read");
        });
    }

    @Test
    void aTargetThatNobodyKnowsIsSaidToBeUnknown() {
        with(lab -> {
            lab.planning(
                    new ContainmentTarget.Identities(
                            List.of(SpiffeId.parse("spiffe://acme.test/nobody"))));
            assertThat(lab.words()).contains("spiffe://acme.test/nobody is not there.");
            assertThat(lab.shows("contain-steps")).isFalse();
            assertThat(lab.why("contain-dryRun")).isEqualTo("Planning…");
        });
    }

    @Test
    void escapeAndCancelLeadBack() {
        with(lab -> {
            lab.go(new Address.All(""));
            lab.armed().planning(ContainLab.TARGET);
            assertThat(lab.page.escape()).isTrue();
            assertThat(lab.here()).isEqualTo(new Address.All(""));
            lab.planning(ContainLab.TARGET);
            lab.press("contain-cancel");
            assertThat(lab.here()).isEqualTo(new Address.All(""));
            assertThat(lab.page.escape()).isFalse();
        });
    }
}
