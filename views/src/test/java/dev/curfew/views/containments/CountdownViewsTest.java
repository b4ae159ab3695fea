package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.StepState;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.FloatingWindow;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.screens.DirectFxThread;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** The countdowns on the overview, in the status bar and in their own window. */
class CountdownViewsTest {
    private final Ui ui = TestUi.with(new InlineTasks());
    private final Navigator navigator = new Navigator();
    private Instant now = TestUi.NOW;
    private final InstantSource clock = () -> now;
    private final ContainmentsModel model = new ContainmentsModel(new DirectFxThread(), clock);
    private final List<Runnable> tickers = new ArrayList<>();

    private static Kept kept(String name, int minutes) {
        return CountdownTest.kept(
                name,
                StepState.CONFIRMED,
                Duration.ofMinutes(minutes),
                Duration.ofMinutes(Math.min(1, minutes)));
    }

    /** A window that is only remembered. */
    private static final class FakeWindow implements FloatingWindow {
        Optional<Parent> content = Optional.empty();
        Runnable closed = () -> {};
        int shown;

        @Override
        public void show(String title, Parent newContent, Runnable whenClosed) {
            shown++;
            if (content.isEmpty()) {
                content = Optional.of(newContent);
                closed = whenClosed;
            }
        }

        @Override
        public void close() {
            if (content.isPresent()) {
                content = Optional.empty();
                closed.run();
            }
        }

        @Override
        public boolean isShowing() {
            return content.isPresent();
        }
    }

    private static List<String> texts(Node node) {
        return node.lookupAll(".label").stream().map(label -> ((Labeled) label).getText()).toList();
    }

    @Test
    void theStatusBarSaysHowManyAndUntilWhen() {
        Fx.run(() -> {
            CountdownStatus status = new CountdownStatus(model, navigator, ui);
            status.attached();
            Button button = (Button) status.node();
            assertThat(button.isVisible()).isFalse();
            model.feed().accept(List.of(kept("planner", 31), kept("triage", 5)));
            assertThat(button.getText()).isEqualTo("2 can still act, last until ≤ 14:32:12");
            model.feed()
                    .accept(
                            List.of(
                                    kept("planner", 31),
                                    CountdownTest.kept(
                                            "triage",
                                            StepState.UNKNOWN,
                                            Duration.ofMinutes(5),
                                            Duration.ofMinutes(1))));
            assertThat(button.getText())
                    .isEqualTo("2 can still act, 1 of them without a known end");
            button.fire();
            assertThat(navigator.hereProperty().get())
                    .contains(new Location("containments", "where open:true"));
        });
    }

    @Test
    void theCardIsThereWhileThereIsSomethingToCountDown() {
        Fx.run(() -> {
            CountdownCard card = new CountdownCard(model, navigator, () -> {}, ui);
            card.attached();
            assertThat(card.node().isVisible()).isFalse();
            model.feed().accept(List.of(kept("planner", 20), kept("triage", -5)));
            assertThat(card.node().isVisible()).isTrue();
            assertThat(texts(card.node()))
                    .contains("1 can still act", "dead by ≤ 14:21:12", "20 m 00 s", "ended");
        });
    }

    @Test
    void numbersTickAndNothingElseIsMadeAnew() {
        Fx.run(() -> {
            model.attached(action -> {
                tickers.add(action);
                return () -> tickers.remove(action);
            });
            CountdownCard card = new CountdownCard(model, navigator, () -> {}, ui);
            card.attached();
            model.feed().accept(List.of(kept("planner", 20)));
            List<Node> before = List.copyOf(card.node().lookupAll(".countdown-left"));
            now = now.plusSeconds(60);
            tickers.forEach(Runnable::run);
            assertThat(List.copyOf(card.node().lookupAll(".countdown-left"))).isEqualTo(before);
            assertThat(texts(card.node())).contains("ended");
        });
    }

    @Test
    void theWindowOfItsOwnFollowsUntilItIsClosed() {
        Fx.run(() -> {
            FakeWindow window = new FakeWindow();
            CountdownPopOut popOut = new CountdownPopOut(model, window, navigator, ui);
            popOut.open();
            Parent content = window.content.orElseThrow();
            Scene scene = new Scene(content, 360, 320);
            Gallery.snapshot(scene);
            assertThat(texts(content)).contains("Nothing that was contained can still act.");
            model.feed().accept(List.of(kept("planner", 20)));
            Gallery.snapshot(scene);
            assertThat(texts(content)).contains("20 m 00 s");
            popOut.open();
            assertThat(window.shown).isEqualTo(2);
            popOut.close();
            model.feed().accept(List.of(kept("triage", 7)));
            assertThat(texts(content)).doesNotContain("7 m 00 s");
        });
    }
}
