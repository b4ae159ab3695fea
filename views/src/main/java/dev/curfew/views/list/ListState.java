package dev.curfew.views.list;

import dev.curfew.estate.ServerEstate;
import java.util.List;
import java.util.Optional;

/**
 * What a list shows.
 *
 * @param server whose list it is, as it is now; empty: no connection
 * @param query that found the rows
 * @param rows immutable, in the server's order, made when they are asked for
 * @param total how many there are without the query
 */
public record ListState<R>(Optional<ServerEstate> server, String query, List<R> rows, int total) {

    public static <R> ListState<R> none() {
        return new ListState<>(Optional.empty(), "", List.of(), 0);
    }

    public boolean filtered() {
        return !query.isBlank();
    }

    ListState<R> of(Optional<ServerEstate> newer) {
        return new ListState<>(newer, query, rows, total);
    }
}
