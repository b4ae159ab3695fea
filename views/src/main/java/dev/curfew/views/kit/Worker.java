package dev.curfew.views.kit;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The thread that does one task, so that stopping it interrupts this work and nothing else. */
final class Worker {
    private @Nullable Thread thread;
    private boolean stopped;

    <T> T call(Callable<T> work) throws Exception {
        synchronized (this) {
            if (stopped) {
                throw new CancellationException();
            }
            thread = Thread.currentThread();
        }
        try {
            return work.call();
        } finally {
            synchronized (this) {
                thread = null;
            }
        }
    }

    synchronized void interrupt() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
