package dev.curfew.lab;

import dev.curfew.lab.agent.AgentDoor;
import dev.curfew.lab.fault.Controller;
import dev.curfew.lab.fault.Faults;
import dev.curfew.lab.node.NodeLife;
import dev.curfew.lab.seed.Seed;
import dev.curfew.lab.server.ServerParts;
import dev.curfew.lab.server.ServerProcess;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.time.LabScheduler;
import dev.curfew.lab.time.RealScheduler;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A SPIRE server in process: the real wire API over a Unix socket and over TLS on the loopback
 * address, with the codes and texts of SPIRE 1.14.5. Any thread may call; {@link #close} ends
 * everything it has started.
 */
public final class LabServer implements AutoCloseable {
    private final ServerParts parts;
    private final ServerProcess process;
    private final List<AutoCloseable> owned;
    private final @Nullable Path socket;
    private final AgentDoor agentDoor;

    private LabServer(
            ServerParts parts,
            ServerProcess process,
            List<AutoCloseable> owned,
            @Nullable Path socket) {
        this.parts = parts;
        this.process = process;
        this.owned = owned;
        this.socket = socket;
        this.agentDoor = new AgentDoor(parts, () -> !process.faults().hangsAltogether());
    }

    /** A server of a trust domain, for instance {@code acme.test}. */
    public static Builder builder(String trustDomain) {
        return new Builder(trustDomain);
    }

    /**
     * The gRPC target of the local door.
     *
     * @throws IllegalStateException if the server has none
     */
    public String unixTarget() {
        if (socket == null) {
            throw new IllegalStateException("this lab server has no Unix socket");
        }
        return "unix:" + socket;
    }

    /**
     * Where the TCP door is: loopback and the port.
     *
     * @throws IllegalStateException if the server has none
     */
    public InetSocketAddress tlsAddress() {
        var address = process.tlsAddress();
        if (address == null) {
            throw new IllegalStateException("this lab server has no TCP door");
        }
        return address;
    }

    /** Its trust domain, which hands out credentials. */
    public LabTrustDomain trustDomain() {
        return new LabTrustDomain(parts);
    }

    /** The X.509 authorities of its bundle now, in PEM. */
    public String bundlePem() {
        return trustDomain().bundlePem();
    }

    /** What a test may break. */
    public Faults faults() {
        return process.faults();
    }

    /**
     * Puts entries in without a call and without any check, each with an ID that is new; for a
     * great many of them.
     */
    public void load(Stream<Entry> entries) {
        entries.forEach(parts.entries()::add);
    }

    /** Puts nodes in the same way. Their machines do not run: nothing of them changes by itself. */
    public void loadNodes(Stream<Agent> nodes) {
        var stopped = new NodeLife(false, Instant.EPOCH, Duration.ZERO, "");
        nodes.forEach(node -> parts.nodes().add(node, stopped));
    }

    /**
     * Brings a node in as if its machine had attested just now, with a new serial number; the
     * machine runs from then on.
     *
     * @param node its ID must be new; serial number and expiry are not taken from it
     * @param svidLife of its SVIDs
     */
    public void attest(Agent node, Duration svidLife) {
        parts.machines().attest(node, svidLife);
    }

    /**
     * Lets this server fetch the other one's bundle wherever it has a relationship with it, and the
     * other way round. Relationships are made over the API or by the seed.
     */
    public void federateWith(LabServer other) {
        parts.refresher().endpoint(other.parts.trustDomain(), other.parts.bundles()::own);
        other.parts.refresher().endpoint(parts.trustDomain(), parts.bundles()::own);
    }

    AgentDoor agentDoor() {
        return agentDoor;
    }

    ServerParts parts() {
        return parts;
    }

    @Override
    public void close() {
        process.faults().revertChanges(false);
        process.close();
        for (var resource : owned.reversed()) {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException("a lab server did not close", e);
            }
        }
    }

    /** What a server is to be like. */
    public static final class Builder {
        private static final int NO_TCP = -1;

        private final String trustDomain;
        private final Set<SpiffeId> adminIds = new HashSet<>();
        private final List<AutoCloseable> owned = new ArrayList<>();
        private @Nullable Path socket;
        private int tlsPort = NO_TCP;
        private InstantSource clock = InstantSource.system();
        private @Nullable LabScheduler scheduler;
        private Duration caTtl = Duration.ofHours(24);
        private @Nullable LabServer first;
        private boolean seeded;

        private Builder(String trustDomain) {
            this.trustDomain = new SpiffeId(trustDomain, "").trustDomain();
        }

        /** Opens the local door. Its path must be shorter than 108 characters and not exist. */
        public Builder unixSocket(Path path) {
            if (path.toAbsolutePath().toString().length() >= 108) {
                throw new IllegalArgumentException("too long for a Unix socket: " + path);
            }
            this.socket = path.toAbsolutePath();
            return this;
        }

        /** Opens the TCP door on the loopback address; port 0 for a free one. */
        public Builder tlsPort(int port) {
            this.tlsPort = port;
            return this;
        }

        /** The server's clock; the system's unless set. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /** Who runs its periodic work; a thread of its own unless set. */
        public Builder scheduler(LabScheduler labScheduler) {
            this.scheduler = labScheduler;
            return this;
        }

        /** Who may call over TCP whatever the entries say; may be of other trust domains. */
        public Builder adminIds(String... spiffeIds) {
            for (var id : spiffeIds) {
                adminIds.add(SpiffeId.parse(id));
            }
            return this;
        }

        /** How long each authority lives; 24 hours unless set. */
        public Builder caTtl(Duration ttl) {
            this.caTtl = ttl;
            return this;
        }

        /** Starts with the lab's estate instead of empty; only for the lab's trust domains. */
        public Builder seeded() {
            this.seeded = true;
            return this;
        }

        /**
         * Makes it a second server of the first one's trust domain: both write one database, and
         * each has its own authorities and its own cache of the entries. The first one's scheduler
         * moves both.
         */
        public Builder beside(LabServer other) {
            this.first = other;
            return this;
        }

        /** Starts the server. */
        public LabServer start() throws IOException {
            var process = new ServerProcess();
            var faults = process.faults();
            InstantSource shifted = () -> clock.instant().plus(faults.clockOffset());
            var parts =
                    first == null
                            ? ServerParts.make(trustDomain, shifted, timer(), caTtl)
                            : first.parts.beside(shifted, caTtl);
            if (seeded) {
                Seed.sow(parts);
            }
            faults.equip(
                    new Controller(
                            parts.entries(),
                            parts.writer(),
                            parts.scheduler(),
                            () -> !faults.hangsAltogether()));
            var server = new LabServer(parts, process, owned, socket);
            try {
                process.start(parts, socket, tlsPort, Set.copyOf(adminIds));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
            return server;
        }

        private LabScheduler timer() {
            if (scheduler != null) {
                return scheduler;
            }
            var own = new RealScheduler();
            owned.add(own);
            return own;
        }
    }
}
