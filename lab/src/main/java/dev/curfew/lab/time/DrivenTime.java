package dev.curfew.lab.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it, and the scheduler that goes with it: moving the
 * clock runs everything that falls due on the way, in order, on the calling thread, each piece at
 * its own time. Any thread may call; only one moves it at a time.
 */
public final class DrivenTime implements InstantSource, LabScheduler {

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
    private final Object moving = new Object();
    private Instant now;
    private long scheduled;

    private record Due(Instant at, long order, @Nullable Duration period, Runnable work) {}

    /** Starts at the given time. */
    public DrivenTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public Task every(Duration period, Runnable work) {
        if (!period.isPositive()) {
            throw new IllegalArgumentException("the period must be positive: " + period);
        }
        return add(period, period, work);
    }

    @Override
    public Task after(Duration delay, Runnable work) {
        return add(delay, null, work);
    }

    /** Moves the clock forward and runs what falls due; zero runs only what is due already. */
    public void advance(Duration step) {
        synchronized (moving) {
            var end = instant().plus(step);
            for (var due = next(end); due != null; due = next(end)) {
                due.work().run();
            }
            setNow(end);
        }
    }

    private synchronized Task add(Duration delay, @Nullable Duration period, Runnable work) {
        var cancelled = new boolean[1];
        Runnable guarded = RealScheduler.guarded(work);
        Runnable unlessCancelled =
                () -> {
                    if (!cancelled[0]) {
                        guarded.run();
                    }
                };
        queue.add(new Due(now.plus(delay), scheduled++, period, unlessCancelled));
        return () -> cancelled[0] = true;
    }

    private synchronized @Nullable Due next(Instant end) {
        var due = queue.peek();
        if (due == null || due.at().isAfter(end)) {
            return null;
        }
        queue.remove();
        if (due.at().isAfter(now)) {
            now = due.at();
        }
        var period = due.period();
        if (period != null) {
            queue.add(new Due(due.at().plus(period), scheduled++, period, due.work()));
        }
        return due;
    }

    private synchronized void setNow(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }
}
