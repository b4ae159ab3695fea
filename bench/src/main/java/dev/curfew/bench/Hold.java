package dev.curfew.bench;

import dev.curfew.views.kit.FxThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the JavaFX thread for a moment every two milliseconds, and keeps the longest it took. */
final class Hold {
    private final AtomicLong longestNanos = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final Thread asking;

    Hold(FxThread fx) {
        asking = Thread.ofPlatform().daemon().name("hold").start(() -> ask(fx));
    }

    private void ask(FxThread fx) {
        AtomicBoolean open = new AtomicBoolean();
        while (!ended.get()) {
            if (open.compareAndSet(false, true)) {
                long asked = System.nanoTime();
                fx.run(() -> {
                    longestNanos.accumulateAndGet(System.nanoTime() - asked, Math::max);
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

    /** Milliseconds. */
    double end() throws InterruptedException {
        ended.set(true);
        asking.join();
        return longestNanos.get() / 1e6;
    }
}
