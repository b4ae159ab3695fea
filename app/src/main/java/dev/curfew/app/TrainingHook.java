package dev.curfew.app;

import dev.curfew.outcome.Outcome;
import java.time.Duration;

/** Goes through the console once, so that the JVM can keep what it learned of it. */
public interface TrainingHook {
    /** How long it took. Blocks. */
    Outcome<Duration> train();
}
