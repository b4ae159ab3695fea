package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.QueueFxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VirtualTasksTest {
    private final QueueFxThread fx = new QueueFxThread();
    private final VirtualTasks tasks = new VirtualTasks(fx);
    private final List<Object> heard = new ArrayList<>();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void handsOverTheValue() {
        tasks.start("work", () -> 42, heard::add, heard::add);
        fx.runNext();
        assertThat(heard).containsExactly(42);
    }

    @Test
    void handsOverTheCrash() {
        IllegalStateException bug = new IllegalStateException("bug");
        tasks.start(
                "work",
                () -> {
                    throw bug;
                },
                heard::add,
                heard::add);
        fx.runNext();
        assertThat(heard).containsExactly(bug);
    }

    @Test
    void aLateAnswerAfterCancelIsDropped() {
        Tasks.Running running = tasks.start("work", () -> 42, heard::add, heard::add);
        running.cancel();
        tasks.start("other", () -> 43, heard::add, heard::add);
        while (heard.isEmpty()) {
            fx.runNext();
        }
        assertThat(heard).containsExactly(43);
    }

    /** A timer of a window that is closing may still want something. */
    @Test
    void afterItsEndNothingIsStartedAndNothingIsHeard() {
        tasks.close();
        tasks.start("late", () -> 42, heard::add, heard::add).cancel();
        assertThat(fx.isEmpty()).isTrue();
        assertThat(heard).isEmpty();
    }

    @Test
    void shownWorkIsListedWithItsProgressUntilItEnds() {
        CountDownLatch reported = new CountDownLatch(1);
        tasks.startShown(
                "Scan",
                progress -> {
                    progress.report(0.5, "half");
                    reported.await();
                    return "done";
                },
                heard::add,
                heard::add);
        fx.runNext();
        TaskState state = tasks.shownProperty().get().getFirst();
        assertThat(state.title() + " " + state.note() + " " + state.fraction())
                .isEqualTo("Scan half 0.5");
        reported.countDown();
        fx.runNext();
        assertThat(heard).containsExactly("done");
        assertThat(tasks.shownProperty().get()).isEmpty();
    }

    @Test
    void stoppedWorkTellsItsOwnerHowItEnded() {
        tasks.startShown(
                "Scan",
                progress -> {
                    new CountDownLatch(1).await();
                    return "never";
                },
                heard::add,
                failure -> heard.add(failure.getClass().getSimpleName()));
        tasks.shownProperty().get().getFirst().stop().run();
        fx.runNext();
        assertThat(heard).singleElement().isIn("InterruptedException", "CancellationException");
        assertThat(tasks.shownProperty().get()).isEmpty();
    }

    @Test
    void cancelledShownWorkLeavesTheListAtOnceAndSilently() {
        Tasks.Running running =
                tasks.startShown(
                        "Scan",
                        progress -> {
                            new CountDownLatch(1).await();
                            return "never";
                        },
                        heard::add,
                        heard::add);
        running.cancel();
        assertThat(tasks.shownProperty().get()).isEmpty();
        assertThat(heard).isEmpty();
    }
}
