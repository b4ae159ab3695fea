package dev.curfew.views.testing;

import dev.curfew.views.kit.FxThread;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Takes actions from any thread; the test's own thread runs them, waiting for each. */
public final class QueueFxThread implements FxThread {
    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    @Override
    public void run(Runnable action) {
        queue.add(action);
    }

    @Override
    public void runAfter(Duration delay, Runnable action) {
        queue.add(action);
    }

    /** Waits for one action and runs it. */
    public void runNext() {
        try {
            Runnable next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next == null) {
                throw new IllegalStateException("nothing came");
            }
            next.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isEmpty() {
        return queue.isEmpty();
    }
}
