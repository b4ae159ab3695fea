package dev.curfew.app.window;

import dev.curfew.connect.Arming;
import dev.curfew.text.Durations;
import dev.curfew.text.Texts;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Dialogs;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.ShellActions;

/** What the window's frame can ask for. JavaFX thread only. */
final class WindowShell implements ShellActions {
    private final Arming arming;
    private final Reading reading;
    private final EstateModel estate;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Runnable changed;

    /**
     * @param changed to be called when something was armed or disarmed
     */
    WindowShell(
            Arming arming,
            Reading reading,
            EstateModel estate,
            Navigator navigator,
            Dialogs dialogs,
            Texts texts,
            Runnable changed) {
        this.arming = arming;
        this.reading = reading;
        this.estate = estate;
        this.navigator = navigator;
        this.dialogs = dialogs;
        this.texts = texts;
        this.changed = changed;
    }

    @Override
    public void arm(String connection) {
        dialogs.confirm(
                Confirmation.plain(
                        "arm",
                        texts.get(
                                "arm.title", connection, Durations.display(Arming.DEFAULT)),
                        texts.get("arm.text"),
                        texts.get("arm.verb")),
                () -> armNow(connection));
    }

    /** Where the operator was asked already. */
    void armNow(String connection) {
        arming.arm(connection, Arming.DEFAULT);
        changed.run();
    }

    @Override
    public void disarm(String connection) {
        arming.disarm(connection);
        changed.run();
    }

    @Override
    public void readNow(String connection) {
        reading.again(connection);
    }

    @Override
    public void showConnection(String connection) {
        estate.choose(connection);
        navigator.go(new Location("connections", connection));
    }

    @Override
    public void showConnections() {
        navigator.go("connections");
    }
}
