package dev.curfew.lab.seed;

import dev.curfew.lab.server.ServerParts;

/** Sows the estate of a lab server. */
public final class Seed {
    private Seed() {}

    /** Sows the estate of the server's trust domain. */
    public static void sow(ServerParts parts) {
        throw new IllegalArgumentException("the lab has no estate for " + parts.trustDomain());
    }
}
