package dev.curfew.views.list;

import dev.curfew.query.Parsed;
import dev.curfew.query.Query;
import dev.curfew.query.QueryLanguage;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Goes through rows for a query. Long lists are gone through by two threads, each with a query of
 * its own, because a query in use keeps caches. Blocks.
 */
record Search(QueryLanguage language, Query query) {
    private static final int LONG = 20_000;
    private static final Executor ANOTHER =
            task -> Thread.ofVirtual().name("list.find").start(task);

    /** The numbers of the rows that pass, rising. */
    int[] in(int rows) {
        return in(IntStream.range(0, rows).toArray());
    }

    /** Those of the given rows that pass, in their order. */
    int[] in(int[] rows) {
        if (rows.length < LONG
                || !(language.parse(query.text()) instanceof Parsed.Good(var other))) {
            return query.filter(rows);
        }
        int middle = rows.length / 2;
        int[] upper = Arrays.copyOfRange(rows, middle, rows.length);
        CompletableFuture<int[]> second =
                CompletableFuture.supplyAsync(() -> other.filter(upper), ANOTHER);
        int[] first = query.filter(Arrays.copyOf(rows, middle));
        return joined(first, second.join());
    }

    static int[] joined(int[] first, int[] second) {
        int[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
