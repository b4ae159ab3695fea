package dev.curfew.lab.agent;

import java.time.Duration;
import java.time.Instant;

/** When agents and workloads look for the next credential. */
final class HalfLife {
    private HalfLife() {}

    /** Whether no more than half of a life is left. */
    static boolean isOver(Instant from, Instant until, Instant now) {
        return !now.isBefore(from.plus(Duration.between(from, until).dividedBy(2)));
    }
}
