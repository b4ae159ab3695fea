package dev.curfew.views.kit;

import java.time.Duration;

/** The way onto the JavaFX thread. Any thread may call it. */
public interface FxThread {
    /** Runs it there later, in the order of the calls. */
    void run(Runnable action);

    /** Runs it there after the delay. */
    void runAfter(Duration delay, Runnable action);
}
