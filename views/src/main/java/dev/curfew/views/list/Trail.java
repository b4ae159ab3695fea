package dev.curfew.views.list;

import dev.curfew.query.Narrowing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the last queries over the same rows found. A query is often a narrower one of these, not
 * only of the very last: while a field is typed, its beginnings are free words that find other
 * rows; and a deleted character leads back. Immutable, any thread.
 */
record Trail(List<Step> steps) {
    /** Each keeps four bytes a row that was found. */
    private static final int MOST = 8;

    static final Trail NONE = new Trail(List.of());

    /**
     * @param numbers of the rows that were found, rising
     */
    record Step(String query, int[] numbers) {}

    /** The fewest rows among which everything is that this query can find. */
    Optional<int[]> within(String query) {
        return steps.stream()
                .filter(step -> Narrowing.narrows(step.query(), query))
                .map(Step::numbers)
                .min(Comparator.comparingInt(numbers -> numbers.length));
    }

    Trail and(String query, int[] numbers) {
        List<Step> more = new ArrayList<>(steps);
        more.removeIf(step -> step.query().equals(query));
        more.add(new Step(query, numbers));
        return new Trail(List.copyOf(more.subList(Math.max(0, more.size() - MOST), more.size())));
    }
}
