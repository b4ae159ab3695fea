package dev.curfew.peers.experiment;

import java.time.Duration;
import java.time.Instant;

/** Lets time go by, which is what the experiment is about. */
final class Pause {
    private Pause() {}

    static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static void until(Instant moment) {
        Duration left = Duration.between(Instant.now(), moment);
        if (left.isPositive()) {
            of(left);
        }
    }
}
