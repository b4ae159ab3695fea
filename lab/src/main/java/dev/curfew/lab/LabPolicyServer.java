package dev.curfew.lab;

import dev.curfew.lab.policy.PolicyDoor;
import dev.curfew.lab.policy.Stores;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A policy backend in process: OpenFGA's API, in plain text on the loopback address, with the
 * answers and texts of OpenFGA 1.22.1. Any thread may call; {@link #close} ends it, and nothing of
 * it is kept.
 */
public final class LabPolicyServer implements AutoCloseable {
    private final PolicyDoor door;
    private final String store;

    private LabPolicyServer(PolicyDoor door, String store) {
        this.door = door;
        this.store = store;
    }

    /**
     * Starts one with the grants of the AI agents of {@code acme.test} in one store, at a free
     * port. Anybody on this machine may call it.
     *
     * @param clock when things are written; what time it is in a question the caller says
     * @throws IOException if there is no port
     */
    public static LabPolicyServer start(InstantSource clock) throws IOException {
        var stores = new Stores(clock);
        var store = stores.sow();
        return new LabPolicyServer(PolicyDoor.open(stores, clock, Optional.empty()), store);
    }

    /**
     * Starts one without any store, which lets in only who shows a preshared key.
     *
     * @throws IOException if there is no port
     */
    public static LabPolicyServer startEmpty(InstantSource clock, String key) throws IOException {
        return new LabPolicyServer(PolicyDoor.open(new Stores(clock), clock, Optional.of(key)), "");
    }

    /** Where it listens: loopback and the port. */
    public InetSocketAddress address() {
        return door.address();
    }

    /** The ID of the store with the grants; empty if it has begun without one. */
    public String store() {
        return store;
    }

    @Override
    public void close() {
        door.close();
    }
}
