package dev.curfew.policy;

import dev.curfew.outcome.Failure;
import java.util.List;
import java.util.Optional;

/**
 * How a reading ended; the rows went to the listener.
 *
 * @param read how many rows were handed over
 * @param failure empty: all there were; else why the rest is missing
 * @param unreadable what could not be understood, at most a hundred texts
 * @param unreadableCount how many those were
 */
public record Listing(
        long read,
        Optional<Failure> failure,
        List<String> unreadable,
        long unreadableCount,
        Freshness freshness) {
    public boolean isWhole() {
        return failure.isEmpty() && unreadableCount == 0;
    }
}
