package dev.curfew.containment.run;

import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a server after a step.
 *
 * @param at on our clock, when the answer was there
 * @param held items that were as wanted, of {@code looked}
 * @param found what was found instead, such as ids of entries that were made anew, or what was
 *     allowed all the same; may be empty
 * @param deniedSince the first denial in a policy backend's own log, by its clock; empty: none is
 *     seen there, which says nothing
 */
public record Proof(
        Instant at,
        String connection,
        Verdict verdict,
        int held,
        int looked,
        String found,
        Optional<Failure> failure,
        Optional<Instant> deniedSince) {
    public Proof(
            Instant at,
            String connection,
            Verdict verdict,
            int held,
            int looked,
            String found,
            Optional<Failure> failure) {
        this(at, connection, verdict, held, looked, found, failure, Optional.empty());
    }

    public enum Verdict {
        HOLDS,
        REVERTED,
        /** It holds, and the backend's log shows what it allowed all the same. */
        USED,
        /** The server did not tell. */
        UNREADABLE
    }
}
