package dev.curfew.estate;

import dev.curfew.connect.Capabilities;
import dev.curfew.connect.ConnectionProfile;
import dev.curfew.outcome.Outcome;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.Optional;

/** An open connection. Its owner closes it. */
public interface Connected extends AutoCloseable {
    SpireServer server();

    /** Asks the server what it offers. Blocks; at most one deadline. */
    Capabilities probe();

    /** Forgets how long to wait after failed attempts: the next call tries at once. */
    default void reconnectNow() {}

    /** Who Curfew is there; empty on a local socket. May read a file. */
    Optional<Own> own();

    /** The X509-SVID that the next connection shows. */
    record Own(SpiffeId id, Instant expiresAt) {}

    @Override
    void close();

    /** Opens connections. Blocks. */
    interface Connector {
        Outcome<Connected> open(ConnectionProfile profile);
    }
}
