package dev.curfew.bench;

import dev.curfew.views.kit.FxThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks the JavaFX thread for a moment every two milliseconds, and keeps the longest it took; also
 * the most processor time that it spent between two answers, which a busy computer does not
 * lengthen.
 */
final class Hold {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicLong mostSpentNanos = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread asking;
    private long spentNanos = -1;

    Hold(FxThread fx) {
        asking = Thread.ofPlatform().daemon().name("hold").start(() -> ask(fx));
    }

    private void ask(FxThread fx) {
        AtomicBoolean open = new AtomicBoolean();
        while (!ended.get()) {
            if (open.compareAndSet(false, true)) {
                long asked = System.nanoTime();
                fx.run(() -> {
                    answered(System.nanoTime() - asked);
                    open.set(false);
                });
            }
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** JavaFX thread. */
    private void answered(long took) {
        longestNanos.accumulateAndGet(took, Math::max);
        long spent = THREADS.getCurrentThreadCpuTime();
        if (spentNanos >= 0) {
            mostSpentNanos.accumulateAndGet(spent - spentNanos, Math::max);
        }
        spentNanos = spent;
    }

    void end() throws InterruptedException {
        ended.set(true);
        asking.join();
    }

    double longestMillis() {
        return longestNanos.get() / 1e6;
    }

    double mostSpentMillis() {
        return mostSpentNanos.get() / 1e6;
    }
}
