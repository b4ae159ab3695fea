package dev.curfew.lab.server;

import dev.curfew.lab.authority.LocalAuthorityService;
import dev.curfew.lab.bundle.BundleService;
import dev.curfew.lab.entry.EntryService;
import dev.curfew.lab.fault.Faults;
import dev.curfew.lab.federation.RelationshipService;
import dev.curfew.lab.node.JoinTokens;
import dev.curfew.lab.node.NodeService;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.lab.svid.SvidService;
import io.grpc.BindableService;
import io.grpc.Server;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A server that listens. Its two doors serve the same estate with different services. */
public final class ServerProcess implements AutoCloseable {
    private final Connections connections = new Connections();
    private final Faults faults = new Faults(connections);
    private final ExecutorService rpcs =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("lab-rpc-", 0).factory());
    private final List<Server> servers = new ArrayList<>();
    private @Nullable Housekeeping housekeeping;
    private @Nullable InetSocketAddress tlsAddress;

    /** The faults of this server. */
    public Faults faults() {
        return faults;
    }

    /**
     * Opens the doors and starts the periodic work.
     *
     * @param socket of the local door; none if null
     * @param tlsPort of the TCP door on the loopback address; 0 for a free one, none if negative
     * @param adminIds who may call over TCP whatever the entries say
     */
    public void start(ServerParts parts, @Nullable Path socket, int tlsPort, Set<SpiffeId> adminIds)
            throws IOException {
        var endpoint = new Endpoint(connections, rpcs, faults);
        var common = common(parts);
        if (socket != null) {
            var local = new ArrayList<>(common);
            local.addAll(localOnly(parts));
            servers.add(endpoint.unix(socket, local));
        }
        if (tlsPort >= 0) {
            var verifier = new SvidVerifier(parts.bundles(), adminIds, parts.clock());
            var tls = TlsContext.create(parts.identity(), verifier);
            var access = new AccessControl(adminIds, parts.entries());
            var server = endpoint.tls(tlsPort, tls, access, common);
            servers.add(server);
            tlsAddress = (InetSocketAddress) server.getListenSockets().getFirst();
        }
        housekeeping = new Housekeeping(parts);
    }

    /** Where the TCP door is; null without one. */
    public @Nullable InetSocketAddress tlsAddress() {
        return tlsAddress;
    }

    private static List<BindableService> common(ServerParts parts) {
        var td = parts.trustDomain();
        var tokens = new JoinTokens(td, parts.entries(), parts.clock());
        return List.of(
                new EntryService(td, parts.entries(), parts.writer()),
                new NodeService(td, parts.nodes(), parts.machines(), tokens),
                new BundleService(parts.bundles(), parts.entries()),
                new RelationshipService(
                        parts.relationships(),
                        parts.bundles(),
                        parts.refresher(),
                        parts.scheduler()),
                new LocalAuthorityService(parts.x509(), parts.jwt()),
                new SvidService(td, parts.x509(), parts.jwt()));
    }

    private static List<BindableService> localOnly(ServerParts parts) {
        return List.of(
                new DebugService(
                        parts.nodes(),
                        parts.entries(),
                        parts.bundles(),
                        parts.identity(),
                        parts.clock()),
                new LoggerService(),
                new HealthService());
    }

    @Override
    public void close() {
        if (housekeeping != null) {
            housekeeping.close();
        }
        servers.forEach(Server::shutdownNow);
        try {
            for (var server : servers) {
                server.awaitTermination(5, TimeUnit.SECONDS);
            }
            // Handlers may still be returning; they need the network threads.
            rpcs.shutdownNow();
            rpcs.awaitTermination(2, TimeUnit.SECONDS);
            connections.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
