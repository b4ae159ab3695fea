package dev.curfew.query;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A query that was understood, over the rows of one snapshot. Immutable, any thread.
 *
 * @param text as it was typed
 * @param matches whether the row of this number passes
 * @param timed whether the same rows may be answered differently a moment later
 */
public record Query(String text, IntPredicate matches, boolean timed) {
    /** The numbers of the rows that pass, rising. */
    public int[] filter(int rows) {
        return text.isBlank()
                ? IntStream.range(0, rows).toArray()
                : filter(IntStream.range(0, rows).toArray());
    }

    /** Those of the given rows that pass. */
    public int[] filter(int[] candidates) {
        int[] kept = new int[candidates.length];
        int count = 0;
        for (int row : candidates) {
            if (matches.test(row)) {
                kept[count++] = row;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
