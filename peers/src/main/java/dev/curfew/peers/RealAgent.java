package dev.curfew.peers;

import io.spiffe.spiffeid.SpiffeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A real SPIRE agent, a process on this computer. One thread. */
public final class RealAgent implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Where it lives and whom it calls. */
    record Setup(
            Binaries binaries,
            PrivateFolder folder,
            String trustDomain,
            int serverPort,
            Path bundle,
            Optional<Duration> sync,
            String attestor) {}

    private final Setup setup;
    private final String idEnd;
    private final List<String> options;
    private final Path socket;
    private final Path settings;
    private @Nullable OwnedProcess process;

    RealAgent(Setup setup, String idEnd, List<String> options) {
        this.setup = setup;
        this.idEnd = idEnd;
        this.options = options;
        // The two sockets must not share a folder.
        this.socket = setup.folder().folder("w").socket("api.sock");
        this.settings =
                setup.folder()
                        .write(
                                "agent.conf",
                                new Settings.Agent(
                                                setup.trustDomain(),
                                                setup.serverPort(),
                                                socket,
                                                setup.folder().folder("a").socket("api.sock"),
                                                setup.folder().folder("data").path(),
                                                setup.bundle(),
                                                setup.sync(),
                                                setup.attestor())
                                        .text());
    }

    public SpiffeId nodeId() {
        return SpiffeId.parse("spiffe://" + setup.trustDomain() + "/spire/agent/" + idEnd);
    }

    /** Of the Workload API. */
    public Path socket() {
        return socket;
    }

    /** The same as users write it. */
    public String endpoint() {
        return "unix:" + socket;
    }

    /** A program on this machine: what its path is, is its own. */
    public RealWorkload workload(String name) {
        Path program = setup.folder().folder("programs").path().resolve(name);
        try {
            if (!Files.exists(program)) {
                link(setup.binaries().agent(), program);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RealWorkload(program, socket);
    }

    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            // Another disk than that of the cache.
            Files.copy(from, to);
        }
    }

    /** Starts it, or starts it again with what it has stored; waits until it serves. */
    public void start() {
        OwnedProcess launched = launch();
        boolean serves =
                Waiting.until(
                        PATIENCE, () -> !launched.isAlive() || (Files.exists(socket) && serves()));
        if (!serves || !launched.isAlive()) {
            String why = launched.complaints();
            launched.close();
            throw new IllegalStateException("the SPIRE agent does not serve:\n" + why);
        }
    }

    /** Starts it where it is not expected to get so far as to serve. */
    OwnedProcess launch() {
        List<String> command = new ArrayList<>();
        command.add(setup.binaries().agent().toString());
        command.addAll(List.of("run", "-config", settings.toString()));
        command.addAll(options);
        Path folder = setup.folder().path();
        OwnedProcess launched = OwnedProcess.start(command, folder, folder.resolve("agent.log"));
        process = launched;
        return launched;
    }

    private boolean serves() {
        return Commands.run(
                        List.of(
                                setup.binaries().agent().toString(),
                                "healthcheck",
                                "-socketPath",
                                socket.toString()))
                .ok();
    }

    public boolean isAlive() {
        OwnedProcess running = process;
        return running != null && running.isAlive();
    }

    /** Whether it ended by itself in time. */
    public boolean endsWithin(Duration limit) {
        OwnedProcess running = process;
        return running == null || running.endsWithin(limit);
    }

    /** It neither syncs nor answers until it is woken, as on a machine that sleeps. */
    public void pause() {
        running().pause();
    }

    public void wake() {
        running().wake();
    }

    private OwnedProcess running() {
        OwnedProcess running = process;
        if (running == null) {
            throw new IllegalStateException("the agent does not run");
        }
        return running;
    }

    /** What it warned of. */
    public String complaints() {
        OwnedProcess running = process;
        return running == null ? "" : running.complaints();
    }

    @Override
    public void close() {
        OwnedProcess running = process;
        if (running != null) {
            running.close();
        }
    }
}
