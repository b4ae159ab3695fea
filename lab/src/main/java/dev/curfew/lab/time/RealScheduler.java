package dev.curfew.lab.time;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wall clock's scheduler: one daemon thread. Close it to end that thread. */
public final class RealScheduler implements LabScheduler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RealScheduler.class);
    private final ScheduledThreadPoolExecutor timer;

    /** Starts the thread. */
    public RealScheduler() {
        timer =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name("lab-timer-", 0).factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Task every(Duration period, Runnable work) {
        var nanos = period.toNanos();
        var future = timer.scheduleAtFixedRate(guarded(work), nanos, nanos, TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public Task after(Duration delay, Runnable work) {
        var future = timer.schedule(guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("a scheduled piece of the lab's work failed", e);
            }
        };
    }
}
