package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A real OpenFGA on loopback, with its memory for a store. It ends when it is closed, or when this
 * Java process ends in whatever way.
 */
public final class RealOpenFga implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrivateFolder folder = PrivateFolder.make();
    private final int port = FreePort.find();
    private final Optional<Path> authority;
    private final OwnedProcess process;

    private RealOpenFga(Optional<String> key, boolean tls) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Pinned.OPENFGA.program().toString(),
                                "run",
                                "--grpc-addr",
                                "127.0.0.1:" + port,
                                "--http-enabled=false",
                                "--playground-enabled=false",
                                "--metrics-enabled=false",
                                "--log-level",
                                "warn"));
        key.ifPresent(secret -> {
            command.addAll(List.of("--authn-method", "preshared"));
            command.addAll(List.of("--authn-preshared-keys", secret));
        });
        Optional<Path> root = Optional.empty();
        if (tls) {
            PopCertificates certificates = new PopCertificates();
            PopCertificates.Leaf leaf = certificates.server("localhost");
            root = Optional.of(folder.write("authority.pem", certificates.rootPem()));
            command.addAll(
                    List.of(
                            "--grpc-tls-enabled",
                            "--grpc-tls-cert",
                            folder.write("server.pem", leaf.certificate()).toString(),
                            "--grpc-tls-key",
                            folder.write("server.key", leaf.key()).toString()));
        }
        authority = root;
        process = OwnedProcess.start(command, folder.path(), folder.path().resolve("server.log"));
        Listening.await("OpenFGA", port, process, PATIENCE);
    }

    /** Whoever reaches it may do everything. */
    public static RealOpenFga open() {
        return new RealOpenFga(Optional.empty(), false);
    }

    /** Asks for a preshared key. */
    public static RealOpenFga keyed(String key) {
        return new RealOpenFga(Optional.of(key), false);
    }

    /** The same by TLS, with a certificate for localhost. */
    public static RealOpenFga encrypted(String key) {
        return new RealOpenFga(Optional.of(key), true);
    }

    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("localhost", port);
    }

    /** Who signed its certificate. */
    public Path authority() {
        return authority.orElseThrow(() -> new IllegalStateException("it is not encrypted"));
    }

    /** Stops it where it stands. */
    public void pause() {
        process.pause();
    }

    public void wake() {
        process.wake();
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
