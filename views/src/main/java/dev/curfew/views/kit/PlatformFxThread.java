package dev.curfew.views.kit;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/** The only class that calls {@link Platform#runLater}. Closed by whoever made it. */
public final class PlatformFxThread implements FxThread, AutoCloseable {
    private final ScheduledExecutorService delays =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("fx-delay").factory());

    @Override
    public void run(Runnable action) {
        Platform.runLater(action);
    }

    @Override
    public void runAfter(Duration delay, Runnable action) {
        if (delay.isZero() || delay.isNegative()) {
            run(action);
            return;
        }
        try {
            var _ = delays.schedule(() -> run(action), delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Closed: the window is gone, so nobody waits for it.
        }
    }

    @Override
    public void close() {
        delays.shutdownNow();
    }
}
