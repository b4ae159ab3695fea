package dev.curfew.peers;

import dev.curfew.connect.ServerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * A real Cerbos on loopback, with its admin API. It ends when it is closed, or when this Java
 * process ends in whatever way.
 */
public final class RealCerbos implements AutoCloseable {
    /**
     * The admin API's one user as these servers are set up: the password that Cerbos ships with.
     */
    public static final String ADMIN = "cerbos";

    public static final String PASSWORD = "cerbosAdmin";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String IN_MEMORY =
            """
            storage:
              driver: sqlite3
              sqlite3:
                dsn: "file::memory:?cache=shared"
            """;

    private final PrivateFolder folder = PrivateFolder.make();
    private final int port = FreePort.find();
    private final int httpPort = FreePort.find();
    private final OwnedProcess process;

    private RealCerbos(String storage) {
        Path settings =
                folder.write(
                        "cerbos.yaml",
                        """
                        server:
                          httpListenAddr: "127.0.0.1:%d"
                          grpcListenAddr: "127.0.0.1:%d"
                          adminAPI:
                            enabled: true
                        audit:
                          enabled: true
                          accessLogsEnabled: false
                          decisionLogsEnabled: true
                          backend: local
                          local:
                            storagePath: "%s"
                            advanced:
                              flushInterval: 1s
                        telemetry:
                          disabled: true
                        %s\
                        """
                                .formatted(
                                        httpPort, port, folder.path().resolve("audit"), storage));
        process =
                OwnedProcess.start(
                        List.of(
                                Pinned.CERBOS.program().toString(),
                                "server",
                                "--config",
                                settings.toString(),
                                "--log-level",
                                "warn"),
                        folder.path(),
                        folder.path().resolve("server.log"));
        Listening.await("Cerbos", port, process, PATIENCE);
        Listening.await("Cerbos", httpPort, process, PATIENCE);
    }

    /** Keeps its policies in memory: they can be changed. */
    public static RealCerbos changeable() {
        return new RealCerbos(IN_MEMORY);
    }

    /** Takes its policies from this folder: they can not be changed from outside. */
    public static RealCerbos of(Path policies) {
        return new RealCerbos(
                """
                storage:
                  driver: disk
                  disk:
                    directory: "%s"
                """
                        .formatted(policies));
    }

    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("localhost", port);
    }

    /** Puts a policy, as JSON, into its store by its own HTTP interface. */
    public void put(String policy) {
        String user =
                Base64.getEncoder()
                        .encodeToString((ADMIN + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/admin/policy"))
                        .header("Authorization", "Basic " + user)
                        .header("Content-Type", "application/json")
                        .PUT(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"policies\": [" + policy + "]}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        folder.close();
    }
}
