package dev.curfew.containment.run;

import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a server after a step.
 *
 * @param at on our clock, when the answer was there
 * @param held items that were as wanted, of {@code looked}
 * @param found what was found instead, such as ids of entries that were made anew; may be empty
 */
public record Proof(
        Instant at,
        String connection,
        Verdict verdict,
        int held,
        int looked,
        String found,
        Optional<Failure> failure) {
    public enum Verdict {
        HOLDS,
        REVERTED,
        /** The server did not tell. */
        UNREADABLE
    }
}
