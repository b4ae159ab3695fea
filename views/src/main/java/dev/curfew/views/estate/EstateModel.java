package dev.curfew.views.estate;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.LatestValue;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The newest estate on the JavaFX thread, at most ten times a second, and the connection that the
 * screens show. JavaFX thread only, but for {@link #feed}.
 */
public final class EstateModel {
    private final ReadOnlyObjectWrapper<Estate> estate = new ReadOnlyObjectWrapper<>(Estate.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<String>> current =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ServerEstate>> server =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LatestValue<Estate> newest;

    public EstateModel(FxThread fx) {
        newest = new LatestValue<>(fx, this::show);
    }

    /** Takes every new estate; any thread. */
    public Consumer<Estate> feed() {
        return newest::offer;
    }

    public ReadOnlyObjectProperty<Estate> estateProperty() {
        return estate.getReadOnlyProperty();
    }

    /** The name of the connection that the screens show; empty where there is none. */
    public ReadOnlyObjectProperty<Optional<String>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** What is known of that connection's server. */
    public ReadOnlyObjectProperty<Optional<ServerEstate>> serverProperty() {
        return server.getReadOnlyProperty();
    }

    public Optional<ServerEstate> server() {
        return server.get();
    }

    /** Shows another connection on every screen. */
    public void choose(String connection) {
        current.set(Optional.of(connection));
        show(estate.get());
    }

    private void show(Estate shown) {
        estate.set(shown);
        if (current.get().flatMap(shown::server).isEmpty()) {
            current.set(shown.servers().stream().findFirst().map(ServerEstate::name));
        }
        server.set(current.get().flatMap(shown::server));
    }
}
