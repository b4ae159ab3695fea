package dev.curfew.views.table;

import dev.curfew.text.Explanation;
import java.util.List;

/**
 * What a table has to show. Old rows stay while new ones are read or when reading failed. The lists
 * are immutable and taken as they are: a copy of 100,000 rows would cost too much.
 */
public sealed interface TableContent<R> {
    List<R> rows();

    /** Being read; {@code rows} are the ones of before. */
    record Loading<R>(List<R> rows) implements TableContent<R> {}

    /**
     * What was read.
     *
     * @param filtered whether a filter took some away: decides what an empty table says
     */
    record Ready<R>(List<R> rows, boolean filtered) implements TableContent<R> {}

    record Failed<R>(List<R> rows, Explanation why) implements TableContent<R> {}

    static <R> TableContent<R> loading() {
        return new Loading<>(List.of());
    }

    static <R> TableContent<R> all(List<R> rows) {
        return new Ready<>(rows, false);
    }

    static <R> TableContent<R> matching(List<R> rows) {
        return new Ready<>(rows, true);
    }
}
