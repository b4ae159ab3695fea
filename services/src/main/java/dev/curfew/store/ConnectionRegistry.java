package dev.curfew.store;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.UnreadConnection;
import dev.curfew.outcome.Outcome;
import java.util.List;
import java.util.Optional;

/** The saved connections: references to secrets, never secrets. Any thread; blocks. */
public interface ConnectionRegistry {
    /** Those that can be read, in the order of their names. */
    List<ConnectionProfile> all();

    /** Those that can not, in the order of their names. They stay as they are. */
    List<UnreadConnection> unread();

    /** The one that has this name, or why it can not be read; empty: none has it. */
    Optional<Outcome<ConnectionProfile>> named(String name);

    /** Empty also where it can not be read. */
    default Optional<ConnectionProfile> find(String name) {
        return named(name)
                .flatMap(found ->
                        found instanceof Outcome.Ok<ConnectionProfile>(var profile)
                                ? Optional.of(profile)
                                : Optional.empty());
    }

    /** Also by one that can not be read. */
    default boolean isTaken(String name) {
        return named(name).isPresent();
    }

    /** Adds it, or replaces whatever has that name, be it readable or not. */
    void save(ConnectionProfile profile);

    /** Also one that can not be read. */
    void remove(String name);
}
