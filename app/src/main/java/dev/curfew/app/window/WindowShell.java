package dev.curfew.app.window;

import dev.curfew.connect.Arming;
import dev.curfew.text.Durations;
import dev.curfew.text.Texts;
import dev.curfew.views.connections.ConnectionDesk;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Dialogs;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.ShellActions;

/** What the window's frame can ask for. JavaFX thread only. */
final class WindowShell implements ShellActions {
    private final ConnectionDesk desk;
    private final EstateModel estate;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Texts texts;

    WindowShell(
            ConnectionDesk desk,
            EstateModel estate,
            Navigator navigator,
            Dialogs dialogs,
            Texts texts) {
        this.desk = desk;
        this.estate = estate;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @Override
    public void arm(String connection) {
        dialogs.confirm(
                Confirmation.plain(
                        "arm",
                        texts.get("arm.title", connection, Durations.display(Arming.DEFAULT)),
                        texts.get("arm.text"),
                        texts.get("arm.verb")),
                () -> desk.arm(connection));
    }

    @Override
    public void disarm(String connection) {
        desk.disarm(connection);
    }

    @Override
    public void readNow(String connection) {
        desk.readNow(connection);
    }

    @Override
    public void showConnection(String connection) {
        // The other screens show a server; a policy backend is none.
        if (estate.estateProperty().get().server(connection).isPresent()) {
            estate.choose(connection);
        }
        navigator.go(new Location("connections", connection));
    }

    @Override
    public void showConnections() {
        navigator.go("connections");
    }
}
