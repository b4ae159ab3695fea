package dev.curfew.views.shell;

/** What the frame can ask for; the application answers. Connections go by their names. */
public interface ShellActions {
    /** Asks how long, then arms. */
    void arm(String connection);

    void disarm(String connection);

    /** Reads one connection again now. */
    void readNow(String connection);

    /** Opens the connection's own page. */
    void showConnection(String connection);

    /** Opens the list of connections. */
    void showConnections();
}
