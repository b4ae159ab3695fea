package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import java.time.Duration;
import java.util.List;

/**
 * A real SpiceDB on loopback, with its memory for a datastore. It ends when it is closed, or when
 * this Java process ends in whatever way.
 */
public final class RealSpiceDb implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PrivateFolder folder = PrivateFolder.make();
    private final int port = FreePort.find();
    private final OwnedProcess process;

    private RealSpiceDb(String key) {
        process =
                OwnedProcess.start(
                        List.of(
                                Pinned.SPICEDB.program().toString(),
                                "serve",
                                "--grpc-preshared-key",
                                key,
                                "--grpc-addr",
                                "127.0.0.1:" + port,
                                "--datastore-engine",
                                "memory",
                                "--http-enabled=false",
                                "--metrics-enabled=false",
                                "--telemetry-endpoint=",
                                "--skip-release-check=true",
                                "--log-level",
                                "warn"),
                        folder.path(),
                        folder.path().resolve("server.log"));
        Listening.await("SpiceDB", port, process, PATIENCE);
    }

    /** Asks for a preshared key; SpiceDB has no other way. */
    public static RealSpiceDb keyed(String key) {
        return new RealSpiceDb(key);
    }

    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("localhost", port);
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
