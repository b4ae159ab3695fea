package dev.curfew.views.backends;

import dev.curfew.connect.UnreadConnection;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.estate.BackendTrial;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.views.kit.Tasks.Running;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * What the screen of connections asks for policy backends alone; arming, disconnecting and reading
 * go by the name, as with servers. Nothing here waits: answers come back later, once, on the JavaFX
 * thread.
 */
public interface BackendDesk extends BackendLooks {
    /** The saved ones in the order in which they were saved, and the lab's. */
    ReadOnlyObjectProperty<List<Saved>> savedProperty();

    /** Those that are saved and can not be read; no save changes them. */
    ReadOnlyObjectProperty<List<UnreadConnection>> unreadProperty();

    /**
     * Keeps it and connects to it; an open connection of that name is opened anew.
     *
     * @param former the name it was saved under; empty for a new one
     * @param done empty: it is kept
     */
    void save(PolicyProfile profile, Optional<String> former, Consumer<Optional<Failure>> done);

    /** Disconnects and forgets it, also one that can not be read. */
    void remove(String name, Consumer<Optional<Failure>> done);

    void connect(String name);

    /** Opens a connection of its own, looks, and closes it; nothing is saved. */
    Running test(PolicyProfile profile, Consumer<Outcome<BackendTrial>> done);

    /** Reads a mapping, to see whether it can be used. */
    Running readMapping(Path file, Consumer<Outcome<GrantMapping>> done);

    /**
     * One policy backend.
     *
     * @param lab made by the lab: it can be neither edited nor removed
     */
    record Saved(PolicyProfile profile, boolean lab) {
        public String name() {
            return profile.name();
        }
    }
}
