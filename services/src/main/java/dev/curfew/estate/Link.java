package dev.curfew.estate;

import dev.curfew.outcome.Failure;
import java.time.Duration;
import java.time.Instant;

/** How a connection is. */
public sealed interface Link {
    record Connecting() implements Link {}

    /**
     * @param latency of the last small call
     */
    record Up(Duration latency, Instant seenAt) implements Link {}

    record Down(Failure why, Instant since) implements Link {}
}
