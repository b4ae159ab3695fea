package dev.curfew.views.actions;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Ui;
import java.util.Optional;

/** What every step of an action is given. */
record FlowContext(
        ActionServices services,
        ActionHost host,
        EstateModel estate,
        Ui ui,
        ActionWords words,
        WriteGate gate,
        Reports reports) {
    Optional<ServerEstate> server(String connection) {
        return estate.estateProperty().get().server(connection);
    }

    /** A server or a policy backend. */
    boolean isConnected(String connection) {
        Estate now = estate.estateProperty().get();
        return now.server(connection).isPresent() || now.backend(connection).isPresent();
    }
}
