package dev.curfew.views.kit;

import javafx.util.Subscription;

/** The second hand: what shows an age or a countdown asks it. JavaFX thread only. */
@FunctionalInterface
public interface Ticker {
    /** Calls it once a second until the subscription ends. */
    Subscription everySecond(Runnable action);
}
