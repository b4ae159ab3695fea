package dev.curfew.views.delegation;

import dev.curfew.delegation.Party;
import java.util.Optional;

/** What the window can do with somebody in the picture. JavaFX thread only; nothing here waits. */
public interface GrantActions {
    enum Action {
        CONTAIN,
        /** Shows on the picture what a containment would do. */
        PREVIEW,
        TIGHTEN,
        OPEN
    }

    /** Why not, in a sentence; empty: it can be done. */
    Optional<String> whyNot(Action action, Party party);

    void run(Action action, Party party);
}
