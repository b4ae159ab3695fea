package dev.curfew.store;

import dev.curfew.connect.ConnectionProfile;
import java.util.List;
import java.util.Optional;

/** The saved connections: references to secrets, never secrets. Any thread; blocks. */
public interface ConnectionRegistry {
    /** In the order of their names. */
    List<ConnectionProfile> all();

    Optional<ConnectionProfile> find(String name);

    /** Adds it, or replaces the one of that name. */
    void save(ConnectionProfile profile);

    void remove(String name);
}
