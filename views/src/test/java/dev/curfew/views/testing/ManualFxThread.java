package dev.curfew.views.testing;

import dev.curfew.views.kit.FxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The JavaFX thread as a queue with a clock of its own that the test moves. */
public final class ManualFxThread implements FxThread {
    private record Due(long nanos, Runnable action) {}

    private final List<Due> queue = new ArrayList<>();
    private long now;

    @Override
    public void run(Runnable action) {
        runAfter(Duration.ZERO, action);
    }

    @Override
    public void runAfter(Duration delay, Runnable action) {
        queue.add(new Due(now + Math.max(0, delay.toNanos()), action));
    }

    public long nanos() {
        return now;
    }

    /** Runs what is due until then, in order, and also what that adds. */
    public void pass(Duration time) {
        long end = now + time.toNanos();
        while (true) {
            var next =
                    queue.stream()
                            .filter(due -> due.nanos() <= end)
                            .min(Comparator.comparingLong(Due::nanos));
            if (next.isEmpty()) {
                break;
            }
            queue.remove(next.get());
            now = Math.max(now, next.get().nanos());
            next.get().action().run();
        }
        now = end;
    }

    public int waiting() {
        return queue.size();
    }
}
