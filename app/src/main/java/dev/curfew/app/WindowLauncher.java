package dev.curfew.app;

import dev.curfew.app.wiring.CoreGraph;

/** Opens the window. */
public interface WindowLauncher {
    /**
     * Returns when the window was closed.
     *
     * @param core closed by the caller afterwards
     * @param lab whether to connect to the lab's servers
     * @return the exit code of the process
     */
    int launch(CoreGraph core, boolean lab);
}
