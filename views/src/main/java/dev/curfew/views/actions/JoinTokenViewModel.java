package dev.curfew.views.actions;

import dev.curfew.containment.Change;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.text.Durations;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What is typed for a new join token. */
final class JoinTokenViewModel {
    /** What is wrong, and the change where nothing is. */
    record State(
            Optional<Failure> ttlIssue, Optional<Failure> aliasIssue, Optional<Change> change) {}

    private final ServerEstate server;
    private final StringProperty ttl = new SimpleStringProperty("10m");
    private final StringProperty alias = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state;

    JoinTokenViewModel(ServerEstate server) {
        this.server = server;
        state = new ReadOnlyObjectWrapper<>(read());
        ttl.subscribe(_ -> state.set(read()));
        alias.subscribe(_ -> state.set(read()));
    }

    ServerEstate server() {
        return server;
    }

    StringProperty ttlProperty() {
        return ttl;
    }

    StringProperty aliasProperty() {
        return alias;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private State read() {
        Outcome<Duration> life = Durations.parse(ttl.get(), Durations.Zero.REFUSED);
        Outcome<Optional<SpiffeId>> name =
                alias.get().isBlank()
                        ? Outcome.ok(Optional.empty())
                        : SpiffeIds.parse(alias.get().strip()).map(Optional::of);
        Outcome<Change> change =
                life.then(duration -> name.map(id -> new Change.MakeJoinToken(duration, id)));
        return new State(
                failure(life),
                failure(name),
                change instanceof Outcome.Ok<Change>(var made)
                        ? Optional.of(made)
                        : Optional.empty());
    }

    private static <T> Optional<Failure> failure(Outcome<T> outcome) {
        return outcome instanceof Outcome.Failed<T>(var why) ? Optional.of(why) : Optional.empty();
    }
}
