package dev.curfew.lab;

import dev.curfew.lab.policy.PolicyDoor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;

/**
 * A policy backend in process: OpenFGA's API, in plain text on the loopback address, with the
 * answers and texts of OpenFGA 1.22.1. Any thread may call; {@link #close} ends it, and nothing of
 * it is kept.
 */
public final class LabPolicyServer implements AutoCloseable {
    private final PolicyDoor door;

    private LabPolicyServer(PolicyDoor door) {
        this.door = door;
    }

    /**
     * Starts one without any store, at a free port.
     *
     * @param clock when things are written; what time it is in a question the caller says
     * @throws IOException if there is no port
     */
    public static LabPolicyServer start(InstantSource clock) throws IOException {
        return new LabPolicyServer(PolicyDoor.open(clock));
    }

    /** Where it listens: loopback and the port. */
    public InetSocketAddress address() {
        return door.address();
    }

    @Override
    public void close() {
        door.close();
    }
}
