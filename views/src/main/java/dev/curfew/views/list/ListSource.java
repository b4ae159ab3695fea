package dev.curfew.views.list;

import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.query.QueryLanguage;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;

/** Where the rows of a list come from. Any thread; quick, but for {@link #rows}. */
public interface ListSource<R> {
    Reading<?> reading(ServerEstate server);

    /** What the rows are made of: equal as long as nothing of it changed. */
    Basis basis(ServerEstate server);

    int size(ServerEstate server);

    /** Whether the rows of {@code before} are the first rows of {@code now}. */
    boolean grew(ServerEstate before, ServerEstate now);

    /** How many rows were left out because they made no sense. */
    default int unreadable(ServerEstate server) {
        return 0;
    }

    /** Why, one text a row; not necessarily all. */
    default List<String> unreadableTexts(ServerEstate server) {
        return List.of();
    }

    QueryLanguage language(ServerEstate server, Instant now);

    /** Makes rows by their numbers. Asked for on a thread of its own; may take its time. */
    IntFunction<R> rows(ServerEstate server);
}
