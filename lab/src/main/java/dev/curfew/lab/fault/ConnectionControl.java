package dev.curfew.lab.fault;

import java.time.Duration;

/** What a fault may do to the open connections of a server. */
public interface ConnectionControl {
    /** Cuts every open connection, without a word. */
    void cutAll();

    /** Tells every open connection to go away, as a server does when a connection gets too old. */
    void sendAllAway();

    /** Sends connections away that are opened from now on, after this time; zero for never. */
    void sendNewOnesAwayAfter(Duration age);
}
