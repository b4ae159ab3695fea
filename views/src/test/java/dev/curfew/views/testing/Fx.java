package dev.curfew.views.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;

/** The toolkit without a display, started once; runs parts of a test on its thread. */
public final class Fx {
    private static final AtomicBoolean STARTED = new AtomicBoolean();
    private static final long PATIENCE_SECONDS = 60;

    private Fx() {}

    public static void start() {
        if (STARTED.compareAndSet(false, true)) {
            CompletableFuture<Void> ready = new CompletableFuture<>();
            Platform.startup(() -> ready.complete(null));
            Platform.setImplicitExit(false);
            await(ready);
        }
    }

    public static <T> T call(Callable<T> action) {
        start();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(action.call());
            } catch (Throwable failure) {
                answer.completeExceptionally(failure);
            }
        });
        return await(answer);
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
