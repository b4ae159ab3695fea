package dev.curfew.views.kit;

import javafx.scene.Parent;

/** A small window of its own that stays above all others. JavaFX thread only. */
public interface FloatingWindow {
    /**
     * Opens it; one that is open comes to the front as it is.
     *
     * @param closed called when it is closed, by whomever
     */
    void show(String title, Parent content, Runnable closed);

    void close();

    boolean isShowing();
}
