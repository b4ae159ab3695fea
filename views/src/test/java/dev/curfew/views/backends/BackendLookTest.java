package dev.curfew.views.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.GrantView;
import dev.curfew.estate.Link;
import dev.curfew.estate.Reading;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.Freshness;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.PolicyChange;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyModel;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import dev.curfew.policy.question.Answer;
import dev.curfew.policy.question.TypedQuestion;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Ages;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.kit.dialog.OverlayPane;
import dev.curfew.views.screens.FakeBackends;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.MemoryColumns;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;

class BackendLookTest {
    private final FakeBackends desk = FakeBackends.with(FakeBackends.policies());
    private final List<Runnable> ticks = new ArrayList<>();

    private final class Opened {
        private final OverlayPane root = new OverlayPane(TestUi.texts());
        private final Scene scene = new Scene(root, 1000, 700);

        Opened(PolicyCapability... capabilities) {
            Ui ui =
                    new Ui(
                            TestUi.texts(),
                            new InlineTasks(),
                            new FakeDialogs(),
                            root,
                            new Ages(TestUi.texts(), TestUi.CLOCK),
                            action -> {
                                ticks.add(action);
                                return () -> ticks.remove(action);
                            },
                            new MemoryColumns());
            new Look(true, 1).apply(scene);
            BackendLook.open(desk, backend(capabilities), ui);
            Gallery.snapshot(scene);
        }

        void press(String id) {
            switch (root.lookup("#" + id)) {
                case Button button -> button.fire();
                case ToggleButton button -> button.fire();
                case null, default -> throw new IllegalStateException(id);
            }
            Gallery.snapshot(scene);
        }

        void tick(int seconds) {
            IntStream.range(0, seconds).forEach(_ -> List.copyOf(ticks).forEach(Runnable::run));
            Gallery.snapshot(scene);
        }

        String status(String id) {
            return ((Label) root.lookup("#" + id + "-status")).getText();
        }

        @SuppressWarnings("unchecked")
        <R> List<R> rows(String id) {
            return ((TableView<R>) root.lookup("#" + id)).getItems();
        }
    }

    private static BackendEstate backend(PolicyCapability... capabilities) {
        Set<PolicyCapability> offered = EnumSet.noneOf(PolicyCapability.class);
        offered.addAll(List.of(capabilities));
        return new BackendEstate(
                FakeBackends.policies(),
                new Link.Up(Duration.ofMillis(3), TestUi.NOW),
                offered,
                List.of(),
                Reading.never(GrantView.NONE));
    }

    private static LoggedDecision decision(int secondsAgo) {
        return new LoggedDecision(
                TestUi.NOW.minusSeconds(secondsAgo),
                "01K" + secondsAgo,
                "spiffe://acme.test/agent/research-planner",
                secondsAgo % 2 == 0 ? "use" : "read",
                new PolicyEntity("tool", "mcp-browser"),
                secondsAgo % 3 == 0 ? Verdict.DENIED : Verdict.ALLOWED,
                "resource.tool.vdefault");
    }

    private static Outcome<LoggedDecision.Log> log(boolean whole, int... secondsAgo) {
        return Outcome.ok(
                new LoggedDecision.Log(
                        IntStream.of(secondsAgo).mapToObj(BackendLookTest::decision).toList(),
                        whole,
                        TestUi.NOW));
    }

    private static PolicyChange change(String tool) {
        return new PolicyChange(
                Relationship.lasting(
                        new PolicyEntity("tool", tool),
                        "standing",
                        PolicySubject.of(new PolicyEntity("agent", "acme.test/agent/planner"))),
                PolicyChange.Kind.WRITTEN,
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void decisionsAreReadInPagesTheNewestFirst() {
        Fx.run(() -> {
            desk.willTell(List.of(log(false, 1, 2), log(true, 2, 9)));
            Opened card = new Opened(PolicyCapability.DECISIONS);
            assertThat(card.rows("backend-decisions")).containsExactly(decision(1), decision(2));
            assertThat(card.status("backend-decisions"))
                    .isEqualTo(
                            "2 decisions of the last 1 h, read 0 s ago. There are older ones. Such"
                                    + " a log is written some time after the decision: what is not"
                                    + " there yet proves nothing.");
            card.press("backend-decisions-more");
            assertThat(card.rows("backend-decisions"))
                    .containsExactly(decision(1), decision(2), decision(9));
            assertThat(desk.asked())
                    .containsExactly(
                            "decisions policies-eu 2026-10-02T13:01:12Z 2026-10-02T14:06:12Z",
                            "decisions policies-eu 2026-10-02T13:01:12Z 2026-10-02T14:01:10Z");
            assertThat(((ActionButton) card.root.lookup("#backend-decisions-more")).isRefused())
                    .isTrue();
        });
    }

    @Test
    void whoFollowsSeesWhatIsNewWithoutLosingWhatIsOld() {
        Fx.run(() -> {
            desk.willTell(List.of(log(true, 5, 9), log(true, 1, 5, 9), log(false, 0)));
            Opened card = new Opened(PolicyCapability.DECISIONS);
            card.press("backend-decisions-follow");
            card.tick(4);
            assertThat(card.rows("backend-decisions")).hasSize(2);
            card.tick(1);
            assertThat(card.rows("backend-decisions"))
                    .containsExactly(decision(1), decision(5), decision(9));
            // The newest page does not reach what is shown: a gap would look like nothing.
            card.tick(5);
            assertThat(card.rows("backend-decisions")).containsExactly(decision(0));
            assertThat(card.status("backend-decisions")).contains("There are older ones.");
            card.press("backend-look-close");
            assertThat(ticks).isEmpty();
        });
    }

    @Test
    void whatCanNotBeReadIsExplainedAndWhatWasReadStays() {
        Fx.run(() -> {
            desk.willTell(
                    List.of(
                            log(true, 5),
                            Outcome.failed(new Failure(Reason.NO_ANSWER, "authz", "5 s"))));
            Opened card = new Opened(PolicyCapability.DECISIONS);
            card.press("backend-decisions-follow");
            card.tick(5);
            assertThat(card.rows("backend-decisions")).containsExactly(decision(5));
            assertThat(card.root.lookup("#backend-decisions").getParent().lookupAll(".label"))
                    .extracting(node -> ((Label) node).getText())
                    .anyMatch(text -> text != null && text.contains("authz"));
        });
    }

    @Test
    void changesAreReadOnFromTheirPlaceAndTheSameMayComeTwice() {
        Fx.run(() -> {
            desk.willChange(
                    List.of(
                            Outcome.ok(
                                    new PolicyChange.Page(
                                            List.of(change("mail"), change("crm")), "p1")),
                            Outcome.ok(new PolicyChange.Page(List.of(change("mail")), "p2")),
                            Outcome.ok(new PolicyChange.Page(List.of(), "p2"))));
            desk.hasModel(new PolicyModel("m", "type user\n", List.of()));
            Opened card = new Opened(PolicyCapability.CHANGES, PolicyCapability.MODEL);
            card.press("backend-changes-more");
            assertThat(card.<ChangeRow>rows("backend-changes"))
                    .extracting(ChangeRow::change)
                    .containsExactly(change("mail"), change("crm"), change("mail"));
            card.press("backend-changes-more");
            assertThat(((ActionButton) card.root.lookup("#backend-changes-more")).isRefused())
                    .isTrue();
            ((TextField) card.root.lookup("#backend-changes-filter")).setText("CRM");
            Gallery.snapshot(card.scene);
            assertThat(card.rows("backend-changes")).hasSize(1);
            card.press("backend-look-1");
            assertThat(((TextArea) card.root.lookup("#backend-model")).getText())
                    .isEqualTo("type user");
            assertThat(desk.asked())
                    .containsExactly(
                            "changes policies-eu ",
                            "changes policies-eu p1",
                            "changes policies-eu p2",
                            "model policies-eu");
        });
    }

    @Test
    void aBackendThatTellsNothingHasNoSuchCard() {
        assertThat(BackendLook.isOffered(backend())).isFalse();
        assertThat(BackendLook.isOffered(backend(PolicyCapability.MODEL))).isTrue();
        assertThat(BackendLook.isOffered(backend(PolicyCapability.CHECK))).isTrue();
    }

    private static final AccessQuestion QUESTION =
            AccessQuestion.of(
                    new PolicyEntity("agent", "acme.test/agent/planner"),
                    "can_use",
                    new PolicyEntity("tool", "mail"));

    private static Answer answer(Verdict verdict) {
        Freshness asked = new Freshness(Consistency.STRONGEST, TestUi.NOW, Freshness.Clock.CALLER);
        return new Answer(
                QUESTION, Decision.of(verdict, asked), Optional.empty(), Optional.empty());
    }

    private static void type(Opened card, String part, String text) {
        ((TextInputControl) card.root.lookup("#backend-ask-" + part)).setText(text);
    }

    private static String verdict(Opened card) {
        return ((HBox) card.root.lookup("#backend-ask-verdict"))
                .getChildren().stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getText())
                        .collect(Collectors.joining());
    }

    @Test
    void aQuestionIsAskedWhenItIsWholeAndAnsweredInWords() {
        Fx.run(() -> {
            Opened card = new Opened(PolicyCapability.CHECK);
            ActionButton ask = (ActionButton) card.root.lookup("#backend-ask");
            assertThat(ask.isRefused()).isTrue();
            type(card, "subject", " spiffe://acme.test/agent/planner");
            type(card, "action", "can_use");
            type(card, "resource", "tool:mail");
            type(card, "context", "now=2026-01-01T00:00:00Z");
            assertThat(ask.isRefused()).isFalse();
            desk.willAnswer(Outcome.ok(answer(Verdict.DENIED)));

            card.press("backend-ask");

            assertThat(desk.asked())
                    .containsExactly(
                            "ask policies-eu "
                                    + new TypedQuestion(
                                            "spiffe://acme.test/agent/planner",
                                            "can_use",
                                            "tool:mail",
                                            "now=2026-01-01T00:00:00Z"));
            assertThat(verdict(card))
                    .isEqualTo("Denied: agent:acme.test/agent/planner can_use tool:mail");
            assertThat(((TextArea) card.root.lookup("#backend-ask-why")).getText())
                    .contains("with the strongest consistency")
                    .contains("our clock");
        });
    }

    @Test
    void whatCouldNotBeAskedLeavesNoAnswerOfAnotherQuestion() {
        Fx.run(() -> {
            Opened card = new Opened(PolicyCapability.CHECK);
            type(card, "subject", "agent:planner");
            type(card, "action", "can_use");
            type(card, "resource", "tool:mail");
            desk.willAnswer(Outcome.ok(answer(Verdict.CANNOT_EVALUATE)));
            card.press("backend-ask");
            assertThat(verdict(card)).startsWith("Could not be evaluated, which is no denial: ");
            desk.willAnswer(Outcome.failed(Reason.NO_ANSWER, "policies", ""));

            card.press("backend-ask");

            assertThat(verdict(card)).startsWith("policies does not answer.");
            assertThat(((TextArea) card.root.lookup("#backend-ask-why")).getText()).isEmpty();
        });
    }
}
