package dev.curfew.views.kit;

import javafx.util.Subscription;

/** A view that listens only while it is on screen. */
public interface Attachable {
    /**
     * Called by the host when the view comes on screen; the host ends the answer when it leaves.
     */
    Subscription attached();
}
