package dev.curfew.views.journal;

import dev.curfew.containment.JournalLanguage;
import dev.curfew.containment.Unfinished;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.query.Parsed;
import dev.curfew.query.QueryLanguage;
import dev.curfew.store.JournalRecord;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The journal, newest first, page by page. JavaFX thread only; the journal is read elsewhere. */
public final class JournalViewModel {
    static final int PAGE = 200;

    private final JournalDesk desk;
    private final Tasks tasks;
    private final Consumer<Throwable> crashed;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<JournalState> state =
            new ReadOnlyObjectWrapper<>(JournalState.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<OperationView>> operation =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private String query = "";
    private Running reading = Running.NONE;
    private Running looking = Running.NONE;

    /**
     * @param crashed hears of an error of the store or of ours
     */
    public JournalViewModel(
            JournalDesk desk, Tasks tasks, Consumer<Throwable> crashed, InstantSource clock) {
        this.desk = desk;
        this.tasks = tasks;
        this.crashed = crashed;
        this.clock = clock;
    }

    public ReadOnlyObjectProperty<JournalState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the details show; empty while nothing is chosen. */
    public ReadOnlyObjectProperty<Optional<OperationView>> operationProperty() {
        return operation.getReadOnlyProperty();
    }

    private record Page(List<JournalRecord> records, List<Unfinished.Operation> open) {}

    /** Reads as much as is shown again, from the newest on. */
    public void read() {
        int wanted = Math.max(PAGE, state.get().loaded().size());
        start(
                () ->
                        new Page(
                                desk.journal().newestBefore(Long.MAX_VALUE, wanted),
                                desk.unfinished().operations()),
                page ->
                        show(
                                state.get()
                                        .read(
                                                page.records(),
                                                page.records().size() < wanted,
                                                page.open())));
    }

    /** Reads what is older than all that is shown. */
    public void readOlder() {
        JournalState now = state.get();
        if (now.loading() || now.atBeginning() || now.loaded().isEmpty()) {
            return;
        }
        long before = now.loaded().getLast().number();
        start(
                () -> new Page(desk.journal().newestBefore(before, PAGE), now.unfinished()),
                page -> {
                    List<JournalRecord> all = new ArrayList<>(now.loaded());
                    all.addAll(page.records());
                    show(now.read(all, page.records().size() < PAGE, page.open()));
                });
    }

    private void start(Callable<Page> work, Consumer<Page> done) {
        reading.cancel();
        state.set(state.get().startLoading());
        reading = tasks.start("journal.read", work, done, this::failed);
    }

    private void failed(Throwable failure) {
        Failure why =
                new Failure(
                        Reason.STORE_UNUSABLE, desk.name(), String.valueOf(failure.getMessage()));
        state.set(state.get().failed(Explanations.of(why)));
        crashed.accept(failure);
    }

    /** A query without mistakes. */
    public void filter(String text) {
        query = text;
        if (state.get().isRead()) {
            show(state.get());
        }
    }

    QueryLanguage language() {
        return JournalLanguage.of(state.get().loaded(), clock.instant());
    }

    private void show(JournalState next) {
        List<JournalRecord> loaded = next.loaded();
        List<JournalRecord> rows =
                switch (JournalLanguage.of(loaded, clock.instant()).parse(query)) {
                    case Parsed.Good(var good) ->
                            Arrays.stream(good.filter(loaded.size()))
                                    .mapToObj(loaded::get)
                                    .toList();
                    case Parsed.Wrong _ -> loaded;
                };
        state.set(next.filtered(rows, !query.isBlank()));
    }

    /** Shows one record's operation, or none. */
    public void choose(Optional<JournalRecord> record) {
        looking.cancel();
        if (record.isEmpty()) {
            operation.set(Optional.empty());
            return;
        }
        JournalRecord chosen = record.get();
        looking =
                tasks.start(
                        "journal.operation",
                        () ->
                                new OperationView(
                                        chosen,
                                        chosen.entry().operationId().isEmpty()
                                                ? List.of(chosen)
                                                : desk.journal()
                                                        .ofOperation(chosen.entry().operationId())),
                        view -> operation.set(Optional.of(view)),
                        this::failed);
    }

    /** Checks the whole chain. */
    public void verify(String title, Consumer<Outcome<Long>> answer) {
        tasks.startShown(title, progress -> desk.journal().verify(), answer, crashed);
    }

    /** Ends an unfinished operation in the journal. */
    public void lookedAt(Unfinished.Operation open, String finding) {
        tasks.start(
                "journal.lookedAt",
                () -> {
                    desk.unfinished().close(open, desk.operator(), finding);
                    return true;
                },
                closed -> read(),
                this::failed);
    }
}
