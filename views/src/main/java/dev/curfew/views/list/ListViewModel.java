package dev.curfew.views.list;

import dev.curfew.estate.ServerEstate;
import dev.curfew.query.QueryLanguage;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A list of the shown connection's server and the query over it. Finding runs elsewhere: the newest
 * query wins, while rows that only grew wait for the search under way, so that a fast scan does not
 * starve it. JavaFX thread only.
 */
public final class ListViewModel<R> {
    private static final Logger LOG = LoggerFactory.getLogger(ListViewModel.class);

    /** How old the answer to a query may be that depends on the moment, such as what ends soon. */
    private static final Duration CURRENT = Duration.ofSeconds(10);

    /** Without a connection nothing is known to be wrong. */
    private static final QueryLanguage NO_WORDS = new QueryLanguage(List.of(), word -> row -> true);

    private final ReadOnlyObjectWrapper<ListState<R>> state =
            new ReadOnlyObjectWrapper<>(ListState.none());
    private final ReadOnlyStringWrapper query = new ReadOnlyStringWrapper("");
    private final Map<String, String> queries = new HashMap<>();
    private final EstateModel estate;
    private final ListSource<R> source;
    private final Tasks tasks;
    private final Supplier<Instant> now;
    private Optional<ServerEstate> server = Optional.empty();
    private Optional<Found<R>> found = Optional.empty();
    private Optional<Basis> searched = Optional.empty();
    private Instant searchedAt = Instant.EPOCH;
    private Running running = Running.NONE;
    private boolean searching;
    private boolean again;

    public ListViewModel(
            EstateModel estate, ListSource<R> source, Tasks tasks, Supplier<Instant> now) {
        this.estate = estate;
        this.source = source;
        this.tasks = tasks;
        this.now = now;
    }

    public ReadOnlyObjectProperty<ListState<R>> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The wanted query of the shown connection. */
    public ReadOnlyStringProperty queryProperty() {
        return query.getReadOnlyProperty();
    }

    public Optional<ServerEstate> server() {
        return server;
    }

    /** The words that may be asked for now. */
    public QueryLanguage language() {
        return server.map(known -> source.language(known, now.get())).orElse(NO_WORDS);
    }

    /** Follows the shown connection until the subscription ends. */
    public Subscription attached() {
        return estate.serverProperty().subscribe(this::show);
    }

    public void setQuery(String text) {
        server.ifPresent(known -> queries.put(known.name(), text));
        if (!text.equals(query.get())) {
            query.set(text);
            cancel();
            search();
        }
    }

    private void show(Optional<ServerEstate> newer) {
        // What was asked for before there was a connection is for the first one.
        String pending = server.isEmpty() ? query.get() : "";
        boolean other = !server.map(ServerEstate::name).equals(newer.map(ServerEstate::name));
        server = newer;
        if (other) {
            cancel();
            found = Optional.empty();
            searched = Optional.empty();
            query.set(newer.map(known -> queries.getOrDefault(known.name(), pending)).orElse(""));
            state.set(new ListState<>(newer, query.get(), List.of(), 0));
        } else {
            state.set(state.get().of(newer));
        }
        boolean changed =
                newer.map(source::basis)
                        .filter(basis -> !searched.equals(Optional.of(basis)) || outdated())
                        .isPresent();
        if (changed && searching) {
            again = true;
        } else if (changed) {
            search();
        }
    }

    private boolean outdated() {
        return found.filter(Found::timed).isPresent()
                && now.get().isAfter(searchedAt.plus(CURRENT));
    }

    private void cancel() {
        running.cancel();
        searching = false;
        again = false;
    }

    private void search() {
        if (server.isEmpty()) {
            return;
        }
        ServerEstate known = server.get();
        String text = query.get();
        Optional<Found<R>> before = found;
        searchedAt = now.get();
        QueryLanguage language = source.language(known, searchedAt);
        searched = Optional.of(source.basis(known));
        searching = true;
        running =
                tasks.start(
                        "list.find",
                        () -> Found.find(before, source, known, text, language),
                        this::arrived,
                        this::crashed);
    }

    private void arrived(Optional<Found<R>> result) {
        searching = false;
        if (result.isPresent()) {
            found = result;
            state.set(result.get().state(server));
        }
        goOn();
    }

    private void crashed(Throwable bug) {
        LOG.error("A list could not be searched", bug);
        searching = false;
        goOn();
    }

    private void goOn() {
        if (again) {
            again = false;
            search();
        }
    }
}
