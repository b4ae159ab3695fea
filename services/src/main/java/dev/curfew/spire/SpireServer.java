package dev.curfew.spire;

import io.grpc.Channel;
import java.time.Duration;

/**
 * All admin RPCs of one server, over one channel that the caller owns. Any thread; every call
 * blocks.
 */
public final class SpireServer {
    private final Entries entries;
    private final Nodes nodes;
    private final Bundles bundles;
    private final Federations federations;
    private final Authorities authorities;
    private final Minting minting;
    private final ServerProcess process;

    /**
     * @param deadline of each single call; a scan makes many
     */
    public SpireServer(Channel channel, Rpc.Failures failures, Duration deadline) {
        Rpc rpc = new Rpc(channel, failures, deadline);
        entries = new Entries(rpc);
        nodes = new Nodes(rpc);
        bundles = new Bundles(rpc);
        federations = new Federations(rpc);
        authorities = new Authorities(rpc);
        minting = new Minting(rpc);
        process = new ServerProcess(rpc);
    }

    public Entries entries() {
        return entries;
    }

    public Nodes nodes() {
        return nodes;
    }

    public Bundles bundles() {
        return bundles;
    }

    public Federations federations() {
        return federations;
    }

    public Authorities authorities() {
        return authorities;
    }

    public Minting minting() {
        return minting;
    }

    public ServerProcess process() {
        return process;
    }
}
