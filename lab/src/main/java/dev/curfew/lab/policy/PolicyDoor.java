package dev.curfew.lab.policy;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The listener of a policy backend. Any thread may call. */
public final class PolicyDoor implements AutoCloseable {
    private static final int LARGEST_REQUEST = 616_448;

    private final Server server;
    private final ExecutorService rpcs;

    private PolicyDoor(Server server, ExecutorService rpcs) {
        this.server = server;
        this.rpcs = rpcs;
    }

    /**
     * Opens one at a free port of the loopback address.
     *
     * @param key what callers must show; empty if anybody may call
     * @throws IOException if there is no port
     */
    public static PolicyDoor open(Stores stores, InstantSource clock, Optional<String> key)
            throws IOException {
        var rpcs =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("lab-policy-", 0).factory());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var builder =
                NettyServerBuilder.forAddress(address)
                        .executor(rpcs)
                        .addService(new PolicyService(stores, clock))
                        .maxInboundMessageSize(LARGEST_REQUEST);
        key.map(KeyGuard::new).ifPresent(builder::intercept);
        try {
            return new PolicyDoor(builder.build().start(), rpcs);
        } catch (IOException e) {
            rpcs.close();
            throw e;
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenSockets().getFirst();
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rpcs.close();
    }
}
