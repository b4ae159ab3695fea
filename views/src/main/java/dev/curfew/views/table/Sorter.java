package dev.curfew.views.table;

import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps rows in the wanted order. Short lists at once, long ones on another thread: the shown rows
 * stay as they are until the new order is ready, and only the newest order arrives. Rows that come
 * while a sort is under way wait for its end, so that a fast scan does not starve it. JavaFX
 * thread.
 */
final class Sorter<R> {
    static final int LONG = 5_000;

    private final Tasks tasks;
    private final Consumer<List<R>> sink;
    private List<R> rows = List.of();
    private @Nullable Comparator<? super R> order;
    private Running running = Running.NONE;
    private boolean sorting;
    private boolean again;

    Sorter(Tasks tasks, Consumer<List<R>> sink) {
        this.tasks = tasks;
        this.sink = sink;
    }

    void setRows(List<R> newRows) {
        // A state that is shown anew often brings the very same rows.
        if (newRows == rows) {
            return;
        }
        rows = newRows;
        if (sorting && newRows.size() >= LONG) {
            again = true;
        } else {
            sort();
        }
    }

    /** Null leaves the rows in their own order. */
    void setOrder(@Nullable Comparator<? super R> newOrder) {
        order = newOrder;
        sort();
    }

    private void sort() {
        running.cancel();
        running = Running.NONE;
        sorting = false;
        again = false;
        List<R> given = rows;
        Comparator<? super R> wanted = order;
        if (wanted == null) {
            sink.accept(given);
        } else if (given.size() < LONG) {
            sink.accept(sorted(given, wanted));
        } else {
            sorting = true;
            running =
                    tasks.start(
                            "table.sort",
                            () -> sorted(given, wanted),
                            this::arrived,
                            // Unsorted rows are better than none.
                            crash -> arrived(given));
        }
    }

    private void arrived(List<R> sorted) {
        sorting = false;
        sink.accept(sorted);
        if (again) {
            sort();
        }
    }

    private static <R> List<R> sorted(List<R> rows, Comparator<? super R> order) {
        return rows.stream().sorted(order).toList();
    }
}
