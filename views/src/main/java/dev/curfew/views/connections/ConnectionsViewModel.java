package dev.curfew.views.connections;

import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.backends.BackendDesk;
import dev.curfew.views.connections.ConnectionRow.Kind;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Subscriptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;

/** Saved connections joined with what is known of the other end. JavaFX thread only. */
public final class ConnectionsViewModel {
    private final EstateModel estate;
    private final ConnectionDesk desk;
    private final BackendDesk backends;
    private final ReadOnlyObjectWrapper<List<ConnectionRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());

    public ConnectionsViewModel(EstateModel estate, ConnectionDesk desk, BackendDesk backends) {
        this.estate = estate;
        this.desk = desk;
        this.backends = backends;
    }

    public ReadOnlyObjectProperty<List<ConnectionRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    public Optional<ConnectionRow> row(String name) {
        return rows.get().stream().filter(row -> row.name().equals(name)).findFirst();
    }

    public Subscription attached() {
        return new Subscriptions()
                .add(desk.savedProperty().subscribe(saved -> make()))
                .add(backends.savedProperty().subscribe(saved -> make()))
                .add(desk.armedProperty().subscribe(armed -> make()))
                .add(estate.estateProperty().subscribe(known -> make()));
    }

    private void make() {
        Map<String, Instant> armed = desk.armedProperty().get();
        Estate known = estate.estateProperty().get();
        List<ConnectionRow> all = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (ConnectionDesk.Saved saved : desk.savedProperty().get()) {
            listed.add(saved.name());
            all.add(
                    new ServerRow(
                            saved.profile(),
                            saved.lab() ? Kind.LAB : Kind.SAVED,
                            known.server(saved.name()),
                            Optional.ofNullable(armed.get(saved.name()))));
        }
        for (ServerEstate server : known.servers()) {
            if (listed.add(server.name())) {
                all.add(
                        new ServerRow(
                                server.profile(),
                                Kind.UNSAVED,
                                Optional.of(server),
                                Optional.ofNullable(armed.get(server.name()))));
            }
        }
        addBackends(all, known, armed);
        rows.set(List.copyOf(all));
    }

    private void addBackends(List<ConnectionRow> all, Estate known, Map<String, Instant> armed) {
        Set<String> listed = new HashSet<>();
        for (BackendDesk.Saved saved : backends.savedProperty().get()) {
            listed.add(saved.name());
            all.add(
                    new BackendRow(
                            saved.profile(),
                            saved.lab() ? Kind.LAB : Kind.SAVED,
                            known.backend(saved.name()),
                            Optional.ofNullable(armed.get(saved.name()))));
        }
        for (BackendEstate backend : known.backends()) {
            if (listed.add(backend.name())) {
                all.add(
                        new BackendRow(
                                backend.profile(),
                                Kind.UNSAVED,
                                Optional.of(backend),
                                Optional.ofNullable(armed.get(backend.name()))));
            }
        }
    }
}
