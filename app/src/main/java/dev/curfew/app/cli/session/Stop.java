package dev.curfew.app.cli.session;

import org.jspecify.annotations.Nullable;

/** The operator's wish to stop (Ctrl-C). Any thread. */
public final class Stop {
    private boolean requested;
    private @Nullable Runnable running;

    public synchronized boolean isRequested() {
        return requested;
    }

    /** Ends what is running; what begins later sees the wish itself. */
    public synchronized void request() {
        requested = true;
        if (running != null) {
            running.run();
        }
    }

    /**
     * From now on {@link #request} also calls this. Closing the result ends that.
     *
     * @param onRequest quick; called at once if the wish is there already
     */
    public synchronized Watch whileRunning(Runnable onRequest) {
        running = onRequest;
        if (requested) {
            onRequest.run();
        }
        return this::forget;
    }

    private synchronized void forget() {
        running = null;
    }

    /** Ends the watching. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
