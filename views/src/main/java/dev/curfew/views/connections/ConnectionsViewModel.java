package dev.curfew.views.connections;

import dev.curfew.estate.ServerEstate;
import dev.curfew.views.connections.ConnectionDesk.Saved;
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

/** Saved connections joined with what is known of their servers. JavaFX thread only. */
public final class ConnectionsViewModel {
    private final EstateModel estate;
    private final ConnectionDesk desk;
    private final ReadOnlyObjectWrapper<List<ConnectionRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());

    public ConnectionsViewModel(EstateModel estate, ConnectionDesk desk) {
        this.estate = estate;
        this.desk = desk;
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
                .add(desk.armedProperty().subscribe(armed -> make()))
                .add(estate.estateProperty().subscribe(known -> make()));
    }

    private void make() {
        Map<String, Instant> armed = desk.armedProperty().get();
        List<ConnectionRow> all = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (Saved saved : desk.savedProperty().get()) {
            listed.add(saved.name());
            all.add(
                    new ConnectionRow(
                            saved.profile(),
                            saved.lab() ? Kind.LAB : Kind.SAVED,
                            estate.estateProperty().get().server(saved.name()),
                            Optional.ofNullable(armed.get(saved.name()))));
        }
        for (ServerEstate server : estate.estateProperty().get().servers()) {
            if (listed.add(server.name())) {
                all.add(
                        new ConnectionRow(
                                server.profile(),
                                Kind.UNSAVED,
                                Optional.of(server),
                                Optional.ofNullable(armed.get(server.name()))));
            }
        }
        rows.set(List.copyOf(all));
    }
}
