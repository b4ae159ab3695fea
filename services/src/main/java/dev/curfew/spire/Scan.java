package dev.curfew.spire;

import dev.curfew.outcome.Failure;
import java.util.List;
import java.util.Optional;

/**
 * What reading a list in pages gave: the rows, and why it ended early if it did. Rows that could
 * not be read are counted, never guessed.
 *
 * @param failure empty: every page was read
 * @param unreadable why rows were left out, one text a row, at most a hundred of them
 */
public record Scan<T>(
        List<T> rows, Optional<Failure> failure, int unreadableCount, List<String> unreadable) {
    public boolean isComplete() {
        return failure.isEmpty();
    }
}
