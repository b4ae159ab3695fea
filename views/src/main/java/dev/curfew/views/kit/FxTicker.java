package dev.curfew.views.kit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/** Ticks at each full second of its clock, and not at all while nobody listens. */
public final class FxTicker implements Ticker {
    private final FxThread fx;
    private final Clock clock;
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean ticking;

    public FxTicker(FxThread fx, Clock clock) {
        this.fx = fx;
        this.clock = clock;
    }

    @Override
    public Subscription everySecond(Runnable action) {
        listeners.add(action);
        if (!ticking) {
            ticking = true;
            scheduleNext();
        }
        return () -> listeners.remove(action);
    }

    private void scheduleNext() {
        fx.runAfter(Duration.ofMillis(1000 - clock.millis() % 1000), this::tick);
    }

    private void tick() {
        if (listeners.isEmpty()) {
            ticking = false;
            return;
        }
        List.copyOf(listeners).forEach(Runnable::run);
        scheduleNext();
    }
}
