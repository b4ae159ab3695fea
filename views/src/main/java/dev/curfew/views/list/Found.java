package dev.curfew.views.list;

import dev.curfew.estate.ServerEstate;
import dev.curfew.query.Parsed;
import dev.curfew.query.Query;
import dev.curfew.query.QueryLanguage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a query found in one snapshot, and how to find more with less work. Immutable, any thread.
 *
 * @param numbers of the rows that were found; empty: all of them
 * @param rows those that were found; the very same list where an earlier query has found them, so
 *     that what is on screen is not laid out and painted anew for nothing
 * @param trail what earlier queries found in the same snapshot, and this one; never of a query that
 *     depends on the moment, which may find more rows by now
 * @param timed whether this query depends on the moment
 */
record Found<R>(
        ServerEstate server,
        Basis basis,
        String query,
        IntFunction<R> row,
        int size,
        Optional<int[]> numbers,
        List<R> rows,
        Trail trail,
        boolean timed) {

    ListState<R> state(Optional<ServerEstate> newest) {
        return new ListState<>(newest, query, rows, size);
    }

    /** Whether these are the rows that it has found among its own. */
    private boolean has(Optional<int[]> others) {
        return numbers.isPresent() && others.isPresent()
                ? Arrays.equals(numbers.get(), others.get())
                : rows.size() == others.map(found -> found.length).orElse(size);
    }

    /** Empty where the query makes no sense for this server. Takes its time. */
    static <R> Optional<Found<R>> find(
            Optional<Found<R>> before,
            ListSource<R> source,
            ServerEstate server,
            String text,
            QueryLanguage language) {
        if (!(language.parse(text) instanceof Parsed.Good(Query query))) {
            return Optional.empty();
        }
        Basis basis = source.basis(server);
        Optional<Found<R>> same = before.filter(found -> found.basis().equals(basis));
        int size = source.size(server);
        IntFunction<R> row = same.map(Found::row).orElseGet(() -> source.rows(server));
        Optional<int[]> numbers =
                text.isBlank()
                        ? Optional.empty()
                        : Optional.of(
                                numbers(
                                        before,
                                        same,
                                        source,
                                        server,
                                        new Search(language, query),
                                        size));
        List<R> rows =
                same.filter(found -> found.has(numbers))
                        .map(Found::rows)
                        .orElseGet(() -> rows(numbers, size, row));
        Trail known = same.map(Found::trail).orElse(Trail.NONE);
        Trail trail =
                numbers.filter(_ -> !query.timed())
                        .map(found -> known.and(text, found))
                        .orElse(known);
        return Optional.of(
                new Found<>(server, basis, text, row, size, numbers, rows, trail, query.timed()));
    }

    private static <R> List<R> rows(Optional<int[]> numbers, int size, IntFunction<R> row) {
        return numbers.map(chosen -> RowList.of(chosen, row))
                .orElseGet(() -> RowList.of(size, row));
    }

    private static <R> int[] numbers(
            Optional<Found<R>> before,
            Optional<Found<R>> same,
            ListSource<R> source,
            ServerEstate server,
            Search search,
            int size) {
        String text = search.query().text();
        Optional<int[]> wider = same.flatMap(found -> found.trail().within(text));
        if (wider.isPresent()) {
            return search.in(wider.get());
        }
        Optional<int[]> first =
                before.filter(found -> found.query().equals(text) && !found.timed())
                        .filter(found -> source.grew(found.server(), server))
                        .flatMap(Found::numbers);
        if (first.isEmpty()) {
            return search.in(size);
        }
        int from = before.map(Found::size).orElse(0);
        return Search.joined(first.get(), search.in(IntStream.range(from, size).toArray()));
    }
}
