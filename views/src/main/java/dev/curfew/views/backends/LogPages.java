package dev.curfew.views.backends;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.kit.Tasks.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A log that is read page by page, when somebody asks for it. What was read stays when reading
 * fails. JavaFX thread only.
 */
final class LogPages<R> {
    /**
     * @param next where the following page begins
     * @param more whether there is anything now that was not told yet
     */
    record Page<R>(List<R> rows, String next, boolean more) {}

    /**
     * @param more whether there is more to be read on from the last row
     * @param failure of the last reading
     * @param readAt of the last one that gave something; empty: none did yet
     */
    record State<R>(
            List<R> rows,
            boolean more,
            boolean reading,
            Optional<Failure> failure,
            Optional<Instant> readAt) {
        State {
            rows = List.copyOf(rows);
        }
    }

    /** Reads a page; empty: the first. */
    @FunctionalInterface
    interface Reader<R> {
        Running read(String from, Consumer<Outcome<Page<R>>> done);
    }

    private final Reader<R> reader;
    private final boolean newestFirst;
    private final Supplier<Instant> now;
    private final ReadOnlyObjectWrapper<State<R>> state = new ReadOnlyObjectWrapper<>(unread());
    private String next = "";
    private Running running = Running.NONE;

    /**
     * @param newestFirst whether what is new comes on the first page, or after the last
     */
    LogPages(Reader<R> reader, boolean newestFirst, Supplier<Instant> now) {
        this.reader = reader;
        this.newestFirst = newestFirst;
        this.now = now;
    }

    private static <R> State<R> unread() {
        return new State<>(List.of(), false, false, Optional.empty(), Optional.empty());
    }

    ReadOnlyObjectProperty<State<R>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads what is new; the first page where nothing was read. */
    void readNew() {
        if (!state.get().reading()) {
            read(newestFirst ? "" : next, newestFirst ? this::inFront : this::behind);
        }
    }

    /** Reads on from the last row. */
    void readOn() {
        if (!state.get().reading()) {
            read(next, this::behind);
        }
    }

    /** Forgets what was read, and reads the first page: something else is wanted. */
    void begin() {
        stop();
        next = "";
        state.set(unread());
        read("", this::behind);
    }

    void stop() {
        running.cancel();
        State<R> at = state.get();
        state.set(new State<>(at.rows(), at.more(), false, at.failure(), at.readAt()));
    }

    private void read(String from, Consumer<Page<R>> take) {
        State<R> at = state.get();
        state.set(new State<>(at.rows(), at.more(), true, at.failure(), at.readAt()));
        running =
                reader.read(
                        from,
                        outcome -> {
                            switch (outcome) {
                                case Ok<Page<R>>(var page) -> take.accept(page);
                                case Failed<Page<R>>(var why) -> failed(why);
                            }
                        });
    }

    private void failed(Failure why) {
        State<R> at = state.get();
        state.set(new State<>(at.rows(), at.more(), false, Optional.of(why), at.readAt()));
    }

    private void behind(Page<R> page) {
        List<R> rows = new ArrayList<>(state.get().rows());
        // By time, the rows of one moment may stand on both sides of a page's edge.
        Set<R> known = newestFirst ? new HashSet<>(rows) : Set.of();
        boolean any =
                rows.addAll(page.rows().stream().filter(row -> !known.contains(row)).toList());
        boolean goesOn = page.more() && (any || !page.next().equals(next));
        next = page.next();
        show(rows, goesOn);
    }

    /** Where the newest page does not reach what is shown, that would have a gap: it goes. */
    private void inFront(Page<R> page) {
        List<R> rows = state.get().rows();
        int meets = rows.isEmpty() ? -1 : page.rows().indexOf(rows.getFirst());
        if (meets < 0) {
            next = page.next();
            show(page.rows(), page.more());
        } else {
            List<R> all = new ArrayList<>(page.rows().subList(0, meets));
            all.addAll(rows);
            show(all, state.get().more());
        }
    }

    private void show(List<R> rows, boolean more) {
        state.set(new State<>(rows, more, false, Optional.empty(), Optional.of(now.get())));
    }
}
