package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.views.kit.PlatformFxThread;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The real window without a display, led step by step. Blocks until a step is done; not on the
 * JavaFX thread.
 */
final class UnseenWindow implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int QUIET_LOOKS = 6;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(40);

    private final PlatformFxThread fx;
    private final CountedTasks tasks;
    private final UiGraph ui;
    private final Scene scene;

    /** Starts JavaFX; once in a process. What is drawn is the same with and without a display. */
    static void startJavaFx() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
    }

    UnseenWindow(CoreGraph core, PlatformFxThread fx) throws TimeoutException {
        this.fx = fx;
        AtomicReference<CountedTasks> counting = new AtomicReference<>();
        ui =
                call(() ->
                        new UiGraph(
                                core,
                                new SimpleObjectProperty<>(ColorScheme.DARK),
                                new NoDesk(),
                                inner -> {
                                    counting.set(new CountedTasks(inner));
                                    return counting.get();
                                }));
        tasks = counting.get();
        scene = call(() -> new Scene(ui.root(), 1440, 900));
    }

    UiGraph ui() {
        return ui;
    }

    Scene scene() {
        return scene;
    }

    /** Puts it on a stage, so that it is laid out and painted as one that is looked at. */
    void show() throws TimeoutException {
        run(_ -> {
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    void run(Consumer<UiGraph> step) throws TimeoutException {
        call(() -> {
            step.accept(ui);
            return true;
        });
    }

    <T> T call(Supplier<T> action) throws TimeoutException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.run(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    /** Nothing under way for a few looks in a row: an answer may start the next task. */
    void settle() throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        int quiet = 0;
        while (quiet < QUIET_LOOKS) {
            quiet = tasks.isQuiet() ? quiet + 1 : 0;
            if (System.nanoTime() > end) {
                throw new TimeoutException("a screen does not come to rest");
            }
            look();
        }
    }

    /** Lays out what a moment brings. */
    void look() throws TimeoutException {
        CompletableFuture<Boolean> looked = new CompletableFuture<>();
        fx.runAfter(
                BETWEEN_LOOKS,
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    looked.complete(true);
                });
        await(looked);
    }

    private static <T> T await(CompletableFuture<T> answer) throws TimeoutException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Frees the root, which may be drawn by itself then. */
    void takeRoot() throws TimeoutException {
        run(_ -> scene.setRoot(new Group()));
    }

    @Override
    public void close() throws TimeoutException {
        run(UiGraph::close);
    }
}
