package dev.curfew.peers;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.connect.Credentials;
import dev.curfew.connect.ServerAddress;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import io.spiffe.spiffeid.TrustDomain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real SPIRE server on loopback, with agents and workloads. All of them end when it is closed, or
 * when this Java process ends in whatever way. One thread.
 */
public final class RealSpire implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FAST = Duration.ofMillis(200);

    private final Binaries binaries;
    private final Builder wanted;
    private final PrivateFolder folder = PrivateFolder.make();
    private final PopCertificates machines;
    private final List<RealAgent> agents = new ArrayList<>();
    private final int port = FreePort.find();
    private final int bundlePort;
    private final Path socket = folder.socket("server.sock");
    private final Optional<UpstreamFiles> upstream;
    private final Path dataFile;
    private final Path settings;
    private OwnedProcess process;

    private RealSpire(Builder wanted) {
        this.binaries = wanted.binaries;
        this.wanted = wanted;
        this.bundlePort = wanted.federates ? FreePort.find() : 0;
        this.machines = wanted.other.map(other -> other.machines).orElseGet(PopCertificates::new);
        this.upstream = wanted.other.map(other -> other.upstream).orElseGet(this::upstream);
        this.dataFile =
                wanted.other
                        .map(other -> other.dataFile)
                        .orElse(folder.folder("server").path().resolve("datastore.sqlite3"));
        this.settings =
                folder.write(
                        "server.conf",
                        new Settings.Server(
                                        wanted.trustDomain,
                                        port,
                                        bundlePort,
                                        socket,
                                        folder.folder("server").path(),
                                        dataFile,
                                        folder.write("machines.pem", machines.rootPem()),
                                        wanted.caTtl,
                                        wanted.cacheReload,
                                        wanted.nodeStaleness,
                                        wanted.keepsKeys,
                                        upstream)
                                .text());
        wanted.data.ifPresent(data -> copy(data, folder("server")));
        this.process = launch();
    }

    private Optional<UpstreamFiles> upstream() {
        if (!wanted.upstream) {
            return Optional.empty();
        }
        UpstreamFiles files =
                new UpstreamFiles(
                        folder.path().resolve("upstream.pem"),
                        folder.path().resolve("upstream.key"));
        files.write(new PopCertificates());
        return Optional.of(files);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Builder builder(Binaries binaries) {
        return new Builder(binaries);
    }

    /** What a server is to be like. */
    public static final class Builder {
        private final Binaries binaries;
        private String trustDomain = "acme.test";
        private Duration caTtl = Duration.ofHours(24);
        private Optional<Duration> cacheReload = Optional.of(FAST);
        private Optional<Duration> sync = Optional.of(FAST);
        private Duration nodeStaleness = Duration.ZERO;
        private boolean federates;
        private boolean keepsKeys;
        private boolean upstream;
        private Optional<Path> data = Optional.empty();
        private Optional<RealSpire> other = Optional.empty();

        private Builder(Binaries binaries) {
            this.binaries = binaries;
        }

        public Builder trustDomain(String name) {
            trustDomain = name;
            return this;
        }

        public Builder caTtl(Duration ttl) {
            caTtl = ttl;
            return this;
        }

        /** SPIRE's own intervals instead of 200 ms, on server and agents. */
        public Builder defaultIntervals() {
            cacheReload = Optional.empty();
            sync = Optional.empty();
            return this;
        }

        /**
         * Other intervals than 200 ms: the server's {@code cache_reload_interval} and agents' sync.
         */
        public Builder intervals(Duration server, Duration agents) {
            cacheReload = Optional.of(server);
            sync = Optional.of(agents);
            return this;
        }

        /** How long the server trusts what it knows of a node; zero unless said. */
        public Builder nodeStaleness(Duration limit) {
            nodeStaleness = limit;
            return this;
        }

        /** Opens the endpoint where other trust domains fetch the bundle. */
        public Builder bundleEndpoint() {
            federates = true;
            return this;
        }

        /** Keeps its keys on disk, so that a restart changes no authority. */
        public Builder keepsKeys() {
            keepsKeys = true;
            return this;
        }

        /**
         * Its authorities are signed by one above them, which {@link #replaceUpstream} replaces.
         */
        public Builder upstream() {
            upstream = true;
            return this;
        }

        /**
         * Begins with a copy of what another server of this trust domain left in its data folder.
         */
        public Builder data(Path folder) {
            data = Optional.of(folder);
            return this;
        }

        /**
         * Another instance of the same server: it shares the datastore, the machines it attests and
         * what is above it, and has authorities of its own. The other one must be closed later.
         */
        public Builder besides(RealSpire one) {
            other = Optional.of(one);
            trustDomain = one.wanted.trustDomain;
            return this;
        }

        /** Starts it and waits until it serves. */
        public RealSpire start() {
            return new RealSpire(this);
        }
    }

    public TrustDomain trustDomain() {
        return TrustDomain.parse(wanted.trustDomain);
    }

    public ServerAddress.UnixSocket socket() {
        return new ServerAddress.UnixSocket(socket);
    }

    public ServerAddress.Tcp address() {
        return new ServerAddress.Tcp("127.0.0.1", port);
    }

    /**
     * Where the bundle is served, by the server's own identity.
     *
     * @throws IllegalStateException without {@link Builder#bundleEndpoint}
     */
    public String bundleEndpointUrl() {
        if (bundlePort == 0) {
            throw new IllegalStateException("this server has no bundle endpoint");
        }
        return "https://127.0.0.1:" + bundlePort;
    }

    /** A private folder that lives as long as this, for files of a test. */
    public Path folder(String name) {
        return folder.folder(name).path();
    }

    /**
     * Puts another authority above the server's own: the next one that is prepared is signed by it.
     *
     * @return its id, as SPIRE names authorities
     * @throws IllegalStateException without {@link Builder#upstream}
     */
    public String replaceUpstream() {
        PopCertificates next = new PopCertificates();
        upstream.orElseThrow(() -> new IllegalStateException("this server signs itself"))
                .write(next);
        return next.rootKeyId();
    }

    /** A profile for its socket, with the intervals it was started with. */
    public ConnectionProfile localProfile(String name) {
        return new ConnectionProfile(
                name, socket(), new Credentials.LocalSocket(), Optional.empty(), timings());
    }

    /** A profile for its TCP port. */
    public ConnectionProfile tcpProfile(String name, Credentials credentials) {
        return new ConnectionProfile(
                name, address(), credentials, Optional.of(trustDomain()), timings());
    }

    private ServerTimings timings() {
        ServerTimings known = ServerTimings.SPIRE_DEFAULTS;
        known = declared(known, Timing.CACHE_RELOAD, wanted.cacheReload);
        known = declared(known, Timing.AGENT_SYNC, wanted.sync);
        if (wanted.cacheReload.isEmpty()) {
            return known;
        }
        for (Timing timing : List.of(Timing.DEFAULT_X509_TTL, Timing.DEFAULT_JWT_TTL)) {
            known = declared(known, timing, Optional.of(timing.byDefault()));
        }
        known = declared(known, Timing.CA_TTL, Optional.of(wanted.caTtl));
        return declared(known, Timing.NODE_STALENESS, Optional.of(wanted.nodeStaleness));
    }

    private static ServerTimings declared(
            ServerTimings timings, Timing timing, Optional<Duration> value) {
        return value.map(v ->
                        timings.with(
                                timing,
                                new TimingValue(v, TimingValue.Source.DECLARED, Optional.empty())))
                .orElse(timings);
    }

    /** Runs {@code spire-server} with these words and its socket. */
    public Answer cli(String... words) {
        List<String> command = new ArrayList<>();
        command.add(binaries.server().toString());
        command.addAll(List.of(words));
        command.add("-socketPath");
        command.add(socket.toString());
        return Commands.run(command);
    }

    /** An SVID of the administrator's ID, as files in a folder. */
    public Credentials.PemFiles mintAdmin(Path into) {
        return mint("/curfew/console", into);
    }

    /** An SVID of any ID, as files in a folder. */
    public Credentials.PemFiles mint(String path, Path into) {
        cli(
                        "x509",
                        "mint",
                        "-spiffeID",
                        "spiffe://" + wanted.trustDomain + path,
                        "-write",
                        into.toString())
                .text();
        return new Credentials.PemFiles(
                into.resolve("svid.pem"), into.resolve("key.pem"), into.resolve("bundle.pem"));
    }

    /** Starts an agent whose machine proves itself by a certificate; waits until it serves. */
    public RealAgent startAgent(String name) {
        PrivateFolder own = folder.folder(name);
        PopCertificates.Leaf leaf = machines.leaf(name);
        String attestor =
                Settings.x509pop(
                        own.write("machine.pem", leaf.certificate()),
                        own.write("machine.key", leaf.key()));
        return add(new RealAgent(agentSetup(own, attestor), "x509pop/" + name, List.of()));
    }

    /** Starts an agent that attests with a join token; waits until it serves. */
    public RealAgent startAgent(String name, String joinToken) {
        return add(
                new RealAgent(
                        agentSetup(folder.folder(name), Settings.JOIN_TOKEN),
                        "join_token/" + joinToken,
                        List.of("-joinToken", joinToken)));
    }

    private RealAgent add(RealAgent agent) {
        agents.add(agent);
        agent.start();
        return agent;
    }

    private RealAgent.Setup agentSetup(PrivateFolder own, String attestor) {
        Path bundle = own.write("bundle.pem", cli("bundle", "show").text());
        return new RealAgent.Setup(
                binaries, own, wanted.trustDomain, port, bundle, wanted.sync, attestor);
    }

    /** Ends the server as a crash would. Agents go on. */
    public void kill() {
        process.close();
    }

    /** Asks the server to end, as an administrator would, and waits until it has. */
    public void stop() {
        process.stop();
    }

    /** Starts it again with what it has stored; waits until it serves. */
    public void restart() {
        kill();
        process = launch();
    }

    /** What it warned of. */
    public String complaints() {
        return process.complaints();
    }

    /** Its process, for a test of what outlives what. */
    public long pid() {
        return process.pid();
    }

    private OwnedProcess launch() {
        OwnedProcess launched =
                OwnedProcess.start(
                        List.of(
                                binaries.server().toString(),
                                "run",
                                "-config",
                                settings.toString()),
                        folder.path(),
                        folder.path().resolve("server.log"));
        boolean serves =
                Waiting.until(
                        PATIENCE,
                        () ->
                                !launched.isAlive()
                                        || (Files.exists(socket) && cli("healthcheck").ok()));
        if (!serves || !launched.isAlive()) {
            String why = launched.complaints();
            launched.close();
            throw new IllegalStateException("the SPIRE server does not serve:\n" + why);
        }
        return launched;
    }

    @Override
    public void close() {
        agents.forEach(RealAgent::close);
        process.close();
        folder.close();
    }
}
