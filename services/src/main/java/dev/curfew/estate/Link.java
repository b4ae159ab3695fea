package dev.curfew.estate;

import dev.curfew.outcome.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a connection is. */
public sealed interface Link {
    record Connecting() implements Link {}

    /**
     * @param latency of the last small call
     */
    record Up(Duration latency, Instant seenAt) implements Link {}

    /**
     * @param nextAttempt when it is tried again without being asked; empty: it is not, or it is not
     *     known when
     */
    record Down(Failure why, Instant since, Optional<Instant> nextAttempt) implements Link {
        public Down(Failure why, Instant since) {
            this(why, since, Optional.empty());
        }
    }
}
