package dev.curfew.lab.policy;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
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
     * Opens one for a backend without any store, at a free port of the loopback address.
     *
     * @throws IOException if there is none
     */
    public static PolicyDoor open(InstantSource clock) throws IOException {
        var rpcs =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("lab-policy-", 0).factory());
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var server =
                NettyServerBuilder.forAddress(address)
                        .executor(rpcs)
                        .addService(new PolicyService(new Stores(clock), clock))
                        .maxInboundMessageSize(LARGEST_REQUEST)
                        .build();
        try {
            return new PolicyDoor(server.start(), rpcs);
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
