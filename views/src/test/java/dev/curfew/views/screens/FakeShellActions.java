package dev.curfew.views.screens;

import dev.curfew.views.shell.ShellActions;
import java.util.ArrayList;
import java.util.List;

/** Remembers what was asked of the window. */
final class FakeShellActions implements ShellActions {
    final List<String> asked = new ArrayList<>();

    @Override
    public void arm(String connection) {
        asked.add("arm " + connection);
    }

    @Override
    public void disarm(String connection) {
        asked.add("disarm " + connection);
    }

    @Override
    public void readNow(String connection) {
        asked.add("read " + connection);
    }

    @Override
    public void showConnection(String connection) {
        asked.add("show " + connection);
    }

    @Override
    public void showConnections() {
        asked.add("show all");
    }
}
