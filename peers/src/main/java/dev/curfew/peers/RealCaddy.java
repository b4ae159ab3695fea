package dev.curfew.peers;

import dev.curfew.connect.BackendConnection.OwnCertificate;
import dev.curfew.connect.ServerAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A real Caddy on loopback, as people put it in front of a gRPC server: it speaks TLS, lets only
 * those by who show a certificate of its authority, and hands on in plain HTTP/2. It ends when it
 * is closed, or when this Java process ends in whatever way.
 */
public final class RealCaddy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PrivateFolder folder = PrivateFolder.make();
    private final PopCertificates certificates = new PopCertificates();
    private final int port = FreePort.find();
    private final Path authority = folder.write("authority.pem", certificates.rootPem());
    private final OwnedProcess process;
    private int shown;

    private RealCaddy(ServerAddress.Tcp upstream) {
        PopCertificates.Leaf own = certificates.server("localhost");
        Path settings =
                folder.write(
                        "Caddyfile",
                        """
                        {
                            admin off
                            auto_https off
                            persist_config off
                            storage file_system "%s"
                            default_bind 127.0.0.1
                            servers {
                                protocols h1 h2
                            }
                        }
                        https://localhost:%d {
                            tls "%s" "%s" {
                                client_auth {
                                    mode require_and_verify
                                    trust_pool file "%s"
                                }
                            }
                            reverse_proxy h2c://127.0.0.1:%d
                        }
                        """
                                .formatted(
                                        folder.path().resolve("storage"),
                                        port,
                                        folder.write("server.pem", own.certificate()),
                                        folder.write("server.key", own.key()),
                                        authority,
                                        upstream.port()));
        process =
                OwnedProcess.start(
                        List.of(
                                Pinned.CADDY.program().toString(),
                                "run",
                                "--adapter",
                                "caddyfile",
                                "--config",
                                settings.toString()),
                        folder.path(),
                        folder.path().resolve("caddy.log"));
        Listening.await("Caddy", port, process, PATIENCE);
    }

    /** In front of a server that speaks gRPC without TLS. */
    public static RealCaddy before(ServerAddress.Tcp upstream) {
        return new RealCaddy(upstream);
    }

    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("localhost", port);
    }

    /** Who signed its certificate, and must have signed that of whoever comes. */
    public Path authority() {
        return authority;
    }

    /** One that it lets by. */
    public OwnCertificate certificate() {
        return written(certificates.leaf("curfew"));
    }

    /** One of its authority whose time is over. */
    public OwnCertificate expired() {
        return written(certificates.leaf("curfew", Instant.now().minusSeconds(3600)));
    }

    /** One that looks the same and is of another authority. */
    public OwnCertificate foreign() {
        return written(new PopCertificates().leaf("curfew"));
    }

    private OwnCertificate written(PopCertificates.Leaf leaf) {
        shown++;
        return new OwnCertificate(
                folder.write("shown-" + shown + ".pem", leaf.certificate()),
                folder.write("shown-" + shown + ".key", leaf.key()));
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
