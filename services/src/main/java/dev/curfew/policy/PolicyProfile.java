package dev.curfew.policy;

import dev.curfew.connect.BackendConnection;

/**
 * A connection to a policy backend as it is saved: references to secrets, never secrets.
 *
 * @param name how operators call it; unique
 * @param adminKey for what changes policies, where a backend asks for another key there (Cerbos);
 *     else as {@code key}
 */
public record PolicyProfile(
        String name,
        PolicyTarget target,
        BackendConnection.Tls tls,
        BackendConnection.Key key,
        BackendConnection.Key adminKey) {

    public static PolicyProfile of(
            String name,
            PolicyTarget target,
            BackendConnection.Tls tls,
            BackendConnection.Key key) {
        return new PolicyProfile(name, target, tls, key, key);
    }

    public BackendConnection connection() {
        return new BackendConnection(target.address(), tls, key);
    }

    public BackendConnection adminConnection() {
        return new BackendConnection(target.address(), tls, adminKey);
    }
}
