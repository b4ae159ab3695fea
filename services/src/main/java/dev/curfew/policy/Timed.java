package dev.curfew.policy;

import dev.curfew.outcome.Outcome;
import java.time.Duration;
import java.util.function.Supplier;

/** How long calls take. */
public final class Timed {
    private Timed() {}

    /** Makes the call and forgets its answer; as it fails, this fails. */
    public static Outcome<Duration> of(Supplier<? extends Outcome<?>> call) {
        long began = System.nanoTime();
        return call.get().map(_ -> Duration.ofNanos(System.nanoTime() - began));
    }
}
