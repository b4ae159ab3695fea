package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Endpoint;
import dev.curfew.store.JournalEntry;
import dev.curfew.views.testing.Fx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;

/** Containments that run or are over, on the lab. */
class CasePageTest {
    private static void with(Consumer<ContainLab> steps) {
        Fx.run(() -> {
            try (ContainLab lab = new ContainLab()) {
                steps.accept(lab);
                assertThat(lab.crashes).isEmpty();
            }
        });
    }

    @Test
    void itCountsDownToTheBoundOfWhatIsOut() {
        with(lab -> {
            String id = lab.armed().run(_ -> {});
            lab.go(new Address.One(id));
            Countdown countdown = Countdown.of(lab.kept(id), lab.clock.instant()).orElseThrow();
            assertThat(countdown.state()).isEqualTo(State.RUNNING);
            assertThat(lab.find("containment-clock", Label.class).getText())
                    .matches("15 m 0[0-6] s|14 m 5\\d s");
            assertThat(lab.words())
                    .contains("web-researcher can still act for at most")
                    .contains("X509-SVID on acme")
                    .contains("and open connections, without a bound")
                    .contains("X.509 ≤ " + lab.ui.ages().at(countdown.by().orElseThrow()));
            assertThat(lab.containments.open()).isEqualTo(1);
            assertThat(lab.containments.lastEnd()).isEqualTo(countdown.by());
        });
    }

    @Test
    void whatAnEndpointPresentedIsShownAndALookThatSawNothingProvesNothing() {
        with(lab -> {
            DeclaredEndpoint declared =
                    new DeclaredEndpoint(
                            lab.entries("web-researcher").getFirst().spiffeId(),
                            new Endpoint("researcher", 8443));
            String id = lab.armed().calledAt(declared).run(_ -> {});
            lab.go(new Address.One(id));
            assertThat(lab.words())
                    .contains("Endpoints of the target")
                    .contains("researcher:8443 told nothing: this proves nothing")
                    .contains("This proves nothing about the workload.");
        });
    }

    @Test
    void whatWasPutBackIsSaidWithWhatToChangeInstead() {
        with(lab -> {
            List<RegistrationEntry> before = lab.entries("web-researcher");
            AtomicBoolean done = new AtomicBoolean();
            String id =
                    lab.armed()
                            .run(state -> {
                                if (!state.steps().getFirst().proofs().isEmpty()
                                        && !done.getAndSet(true)) {
                                    lab.client()
                                            .entries()
                                            .create(
                                                    before.stream()
                                                            .map(RegistrationEntry::toDraft)
                                                            .toList());
                                }
                            });
            lab.go(new Address.One(id));
            assertThat(lab.kept(id).state().steps().getFirst().state())
                    .isEqualTo(StepState.REVERTED);
            assertThat(lab.words())
                    .contains("Step 1 was put back: found again at")
                    .contains("Change or delete its ClusterSPIFFEID")
                    .contains("Something other than Curfew put it back");
            assertThat(lab.find("containment-clock", Label.class).getText())
                    .isEqualTo("issued anew");
            assertThat(lab.containments.endless()).isEqualTo(1);
            lab.press("containment-again");
            assertThat(lab.here()).isEqualTo(new Address.Plan(ContainLab.TARGET));
        });
    }

    @Test
    void whatIsContradictedSaysWhatShowedItAndWhatToDo() {
        with(lab -> {
            String id = lab.armed().run(_ -> {});
            ContainmentState done = lab.kept(id).state();
            Failure used = new Failure(Reason.USED_AFTER, "gateway", "planner read tool:mail");
            ContainmentState shown =
                    new ContainmentState(
                            done.plan(),
                            done.confirmation(),
                            done.startedAt(),
                            done.phase(),
                            List.of(done.steps().getFirst().as(StepState.CONTRADICTED, used)),
                            done.nextLookAt(),
                            done.endedAt());
            lab.containments
                    .feed()
                    .accept(List.of(new Kept(shown, false, Kept.Wish.NONE, Optional.empty())));
            lab.go(new Address.One(id));
            assertThat(lab.words())
                    .contains("Step 1 is contradicted. gateway has allowed something")
                    .contains("planner read tool:mail")
                    .contains("Another policy version or scope decides there");
            lab.press("containment-again");
            assertThat(lab.here()).isEqualTo(new Address.Plan(ContainLab.TARGET));
        });
    }

    @Test
    void undoIsAPlanThatAddsAccessAndTheContainmentTellsOfIt() {
        with(lab -> {
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            String id = lab.armed().run(_ -> {});
            lab.go(new Address.One(id));
            lab.press("containment-undo");
            assertThat(lab.here()).isEqualTo(new Address.Restore(id));
            lab.tick();
            lab.layout();
            assertThat(lab.page.title().orElseThrow().getValue())
                    .isEqualTo("Put back web-researcher");
            assertThat(lab.words()).contains("Put entries back", "nothing ends: this adds access");
            assertThat(lab.shows("contain-blast")).isFalse();
            lab.type("contain-typed", "web-researcher");
            lab.press("contain-run");
            String restore = ((Address.One) lab.here()).id();
            lab.awaitEnd(restore);
            assertThat(lab.onServer(entry.id())).isPresent();
            assertThat(lab.words()).contains("web-researcher may act again");
            lab.go(new Address.One(id));
            assertThat(lab.words()).contains("It was put back by " + restore + ".");
            assertThat(lab.why("containment-undo")).isEqualTo("It was put back already.");
            assertThat(lab.containments.open()).isZero();
        });
    }

    @Test
    void oneThatWasCutOffStandsFirstAndIsGoneOnWith() {
        with(lab -> {
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            String id = cutOff(lab.armed());
            lab.go(new Address.All(""));
            assertThat(lab.kept(id).isCutOff()).isTrue();
            assertThat(lab.words()).contains("was cut off.");
            lab.press("resume-" + id);
            assertThat(lab.dialogs.asked().getLast().typed()).contains("web-researcher");
            lab.dialogs.confirmLast();
            lab.awaitEnd(id);
            assertThat(lab.kept(id).state().phase()).isEqualTo(Phase.ENDED);
            assertThat(lab.onServer(entry.id())).isEmpty();
            assertThat(lab.shows("resume-" + id)).isFalse();
        });
    }

    @Test
    void oneThatWasCutOffCanBeClosedWithoutSendingAnything() {
        with(lab -> {
            RegistrationEntry entry = lab.entries("web-researcher").getFirst();
            String id = cutOff(lab.armed());
            lab.go(new Address.One(id));
            assertThat(lab.words()).contains("Nothing of it was sent, so it ended nothing.");
            lab.press("containment-giveUp");
            lab.dialogs.confirmLast();
            lab.settle();
            assertThat(lab.kept(id).state().phase()).isEqualTo(Phase.ABORTED);
            assertThat(lab.onServer(entry.id())).isPresent();
            assertThat(lab.journal.entries().getLast().phase())
                    .isEqualTo(JournalEntry.Phase.ABORTED);
            assertThat(lab.journal.entries().getLast().operator()).isEqualTo("oncall-2");
        });
    }

    private static String cutOff(ContainLab lab) {
        var plan = lab.plan(ContainLab.TARGET);
        AtomicBoolean died = new AtomicBoolean();
        try {
            lab.runner.run(
                    plan,
                    ContainLab.confirmed(plan),
                    new dev.curfew.containment.run.RunControl(),
                    state -> {
                        if (state.steps().getFirst().state() == StepState.SENT) {
                            throw new IllegalStateException("as if the process had died");
                        }
                    });
        } catch (IllegalStateException e) {
            died.set(true);
        }
        assertThat(died).isTrue();
        lab.book.load();
        lab.settle();
        return plan.id();
    }

    @Test
    void theListIsFilteredByItsOwnWords() {
        with(lab -> {
            String id = lab.armed().run(_ -> {});
            lab.go(new Address.All("strength:contain open:true"));
            assertThat(rows(lab)).isEqualTo(1);
            assertThat(lab.page.subtitle().getValue())
                    .startsWith("1 known, 1 can still act, last until ≤ ");
            lab.type("containments-query", "phase:cut_off");
            assertThat(rows(lab)).isZero();
            lab.type("containments-query", "id:" + id);
            assertThat(rows(lab)).isEqualTo(1);
            lab.press("containments-popOut");
            assertThat(lab.poppedOut).isEqualTo(1);
        });
    }

    private static int rows(ContainLab lab) {
        return lab.find("containments-table", TableView.class).getItems().size();
    }

    @Test
    void itsEvidenceIsExportedFromItsPage() {
        with(lab -> {
            String id = lab.armed().run(_ -> {});
            lab.go(new Address.One(id));
            assertThat(lab.why("containment-evidence")).isEmpty();
            lab.press("containment-evidence");
            assertThat(lab.root.isCovered()).isTrue();
        });
    }

    @Test
    void oneThatNobodyKnowsIsSaidToBeUnknown() {
        with(lab -> {
            lab.go(new Address.One("c-20260101-000000-aaaa"));
            assertThat(lab.words()).contains("c-20260101-000000-aaaa is not known here.");
        });
    }

    @Test
    void harderLeadsToThePlanOfTheNextStrength() {
        with(lab -> {
            String id = lab.armed().run(_ -> {});
            lab.go(new Address.One(id));
            lab.press("containment-next-harder");
            assertThat(lab.here()).isEqualTo(new Address.Plan(ContainLab.TARGET));
            assertThat(
                            lab.find(
                                            "contain-strength-sever",
                                            javafx.scene.control.RadioButton.class)
                                    .isSelected())
                    .isTrue();
        });
    }
}
