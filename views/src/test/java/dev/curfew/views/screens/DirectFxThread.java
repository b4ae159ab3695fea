package dev.curfew.views.screens;

import dev.curfew.views.kit.FxThread;
import java.time.Duration;

/** For code that is on the JavaFX thread already: runs at once, and never what waits. */
public final class DirectFxThread implements FxThread {
    @Override
    public void run(Runnable action) {
        action.run();
    }

    @Override
    public void runAfter(Duration delay, Runnable action) {
        if (delay.compareTo(Duration.ofSeconds(1)) < 0) {
            action.run();
        }
    }
}
