package dev.curfew.policy;

import dev.curfew.connect.BackendConnection;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A connection to a policy backend as it is saved: references to secrets, never secrets.
 *
 * @param name how operators call it; unique
 * @param adminKey for what changes policies, where a backend asks for another key there (Cerbos);
 *     else as {@code key}
 * @param mapping the file that says how its types and relations are read as delegation; empty: they
 *     are those of Curfew's own model
 */
public record PolicyProfile(
        String name,
        PolicyTarget target,
        BackendConnection.Tls tls,
        BackendConnection.Key key,
        BackendConnection.Key adminKey,
        Optional<Path> mapping) {

    /** Read as Curfew's own model. */
    public PolicyProfile(
            String name,
            PolicyTarget target,
            BackendConnection.Tls tls,
            BackendConnection.Key key,
            BackendConnection.Key adminKey) {
        this(name, target, tls, key, adminKey, Optional.empty());
    }

    public static PolicyProfile of(
            String name,
            PolicyTarget target,
            BackendConnection.Tls tls,
            BackendConnection.Key key) {
        return new PolicyProfile(name, target, tls, key, key);
    }

    /** The same, read as another mapping says. */
    public PolicyProfile mappedBy(Optional<Path> file) {
        return new PolicyProfile(name, target, tls, key, adminKey, file);
    }

    public BackendConnection connection() {
        return new BackendConnection(target.address(), tls, key);
    }

    public BackendConnection adminConnection() {
        return new BackendConnection(target.address(), tls, adminKey);
    }
}
