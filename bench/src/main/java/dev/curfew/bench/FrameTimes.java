package dev.curfew.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.PlatformFxThread;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window whose frames are counted while something changes in each of them. */
final class FrameTimes implements AutoCloseable {
    private static final int FRAMES = 60;
    private static final int WARMING = 60;

    /** A peer may be slow: then as many frames as this long gives. */
    private static final double MOST_SECONDS = 20;

    private final PlatformFxThread fx = new PlatformFxThread();
    private final StackPane root = new StackPane();

    FrameTimes() {
        Platform.startup(() -> {});
        Platform.setImplicitExit(false);
        call(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(root, 1000, 900);
            new Look(true, 1).apply(scene);
            stage.setScene(scene);
            stage.show();
            return true;
        });
    }

    <N extends Parent> N show(Supplier<N> content) {
        return call(() -> {
            N made = content.get();
            root.getChildren().setAll(made);
            root.applyCss();
            root.layout();
            return made;
        });
    }

    void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /**
     * The mean of frames, in milliseconds.
     *
     * @param wall from one frame to the next; never less than the pulse's
     * @param processor what all threads spent for it, which a busy computer does not lengthen
     */
    record Frame(double wall, double processor) {}

    Frame measure(IntConsumer change) {
        CompletableFuture<Frame> measured = new CompletableFuture<>();
        fx.run(() -> new Counter(change, measured).start());
        return measured.join();
    }

    private static final class Counter extends AnimationTimer {
        private static final OperatingSystemMXBean SYSTEM =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

        private final IntConsumer change;
        private final CompletableFuture<Frame> measured;
        private int frame;
        private int first;
        private long begin;
        private long spent;

        Counter(IntConsumer change, CompletableFuture<Frame> measured) {
            this.change = change;
            this.measured = measured;
        }

        @Override
        public void handle(long now) {
            long time = System.nanoTime();
            // The first frame, and once more when all is warm.
            if (frame == 0 || frame == WARMING) {
                first = frame;
                begin = time;
                spent = SYSTEM.getProcessCpuTime();
            }
            int counted = frame - first;
            boolean enough = frame == WARMING + FRAMES || (time - begin) / 1e9 > MOST_SECONDS;
            if (counted > 0 && enough) {
                stop();
                measured.complete(
                        new Frame(
                                (time - begin) / 1e6 / counted,
                                (SYSTEM.getProcessCpuTime() - spent) / 1e6 / counted));
                return;
            }
            change.accept(frame++);
        }
    }

    private <T> T call(Supplier<T> action) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        fx.run(() -> {
            try {
                answer.complete(action.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.join();
    }

    @Override
    public void close() {
        fx.close();
    }
}
