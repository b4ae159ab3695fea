package dev.curfew.connect;

import io.spiffe.spiffeid.TrustDomain;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A connection as it is saved.
 *
 * @param name how operators call it; unique
 * @param trustDomain the one it must belong to; empty: whichever the server says (local socket
 *     only)
 */
public record ConnectionProfile(
        String name,
        ServerAddress address,
        Credentials credentials,
        Optional<TrustDomain> trustDomain,
        ServerTimings timings) {

    public static ConnectionProfile local(String name, Path socket) {
        return new ConnectionProfile(
                name,
                new ServerAddress.UnixSocket(socket),
                new Credentials.LocalSocket(),
                Optional.empty(),
                ServerTimings.SPIRE_DEFAULTS);
    }

    /** The same with other timings. */
    public ConnectionProfile with(ServerTimings other) {
        return new ConnectionProfile(name, address, credentials, trustDomain, other);
    }
}
