package dev.curfew.views.journal;

import dev.curfew.containment.Unfinished;
import dev.curfew.outcome.Outcome;
import dev.curfew.query.TextMatch;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.kit.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Reads the journal in pages and keeps what was read. JavaFX thread only. */
public final class JournalViewModel {
    static final int PAGE = 200;

    private final JournalDesk desk;
    private final Tasks tasks;
    private final Consumer<Throwable> crashed;
    private final ReadOnlyObjectWrapper<JournalState> state =
            new ReadOnlyObjectWrapper<>(JournalState.EMPTY);
    private Tasks.Running reading = Tasks.Running.NONE;

    /**
     * @param crashed hears of an error of the store or of ours
     */
    public JournalViewModel(JournalDesk desk, Tasks tasks, Consumer<Throwable> crashed) {
        this.desk = desk;
        this.tasks = tasks;
        this.crashed = crashed;
    }

    ReadOnlyObjectProperty<JournalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Reads as many of the newest records as are shown now, at least a page. */
    public void readNow() {
        read(Math.max(PAGE, state.get().records().size()));
    }

    void readMore() {
        read(state.get().records().size() + PAGE);
    }

    private void read(int count) {
        reading.cancel();
        reading =
                tasks.start(
                        "journal.read",
                        () -> {
                            // One more than is shown tells whether there are older ones.
                            List<JournalRecord> found =
                                    desk.journal().newestBefore(Long.MAX_VALUE, count + 1);
                            boolean more = found.size() > count;
                            return new JournalState(
                                    more ? List.copyOf(found.subList(0, count)) : found,
                                    more,
                                    desk.unfinished().operations(),
                                    state.get().chain());
                        },
                        state::set,
                        crashed);
    }

    /** Checks every record's hash against the one before. */
    void verify() {
        tasks.startShown(
                desk.name(),
                _ -> desk.journal().verify(),
                (Outcome<Long> checked) -> state.set(state.get().withChain(checked)),
                crashed);
    }

    /** An operator has looked at what a crash left behind. */
    void close(Unfinished.Operation operation, String finding) {
        tasks.start(
                "journal.close",
                () -> {
                    desk.unfinished().close(operation, desk.operator(), finding);
                    return operation;
                },
                _ -> readNow(),
                crashed);
    }

    /** All records of one action, oldest first, to {@code done}. */
    void operation(String id, Consumer<List<JournalRecord>> done) {
        tasks.start("journal.operation", () -> desk.journal().ofOperation(id), done, crashed);
    }

    /** Those in which every word stands somewhere. */
    static List<JournalRecord> matching(List<JournalRecord> records, String text) {
        List<Predicate<String>> words = new ArrayList<>();
        for (String word : text.strip().split("\\s+")) {
            words.add(TextMatch.has(word));
        }
        return records.stream()
                .filter(r -> words.stream().allMatch(word -> word.test(searched(r.entry()))))
                .toList();
    }

    private static String searched(JournalEntry e) {
        return String.join(
                "\n",
                e.operator(),
                e.connection(),
                e.action(),
                e.subject(),
                e.phase().name(),
                e.reason(),
                e.incident(),
                e.operationId());
    }
}
