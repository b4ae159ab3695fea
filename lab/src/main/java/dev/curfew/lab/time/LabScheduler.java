package dev.curfew.lab.time;

import java.time.Duration;

/**
 * Runs the lab's own periodic work: pruning, renewals, rotation. Work that throws is logged and its
 * schedule goes on. Any thread may call.
 */
public interface LabScheduler {

    /** Runs work again and again; the first time one period from now. */
    Task every(Duration period, Runnable work);

    /** Runs work once, after the delay; at the next opportunity if the delay is zero. */
    Task after(Duration delay, Runnable work);

    /** Something scheduled. */
    interface Task {
        /** Keeps it from running again; a run under way goes on. */
        void cancel();
    }
}
