package dev.curfew.lab.policy;

import dev.curfew.lab.spiffe.SpiffeId;

/**
 * How the lab's grants spell what has a SPIFFE ID: without its scheme, for OpenFGA takes no colon.
 */
public final class PolicyNames {
    private PolicyNames() {}

    /** A workload as one that acts. */
    public static String agent(SpiffeId id) {
        return "agent:" + spelt(id);
    }

    /** A workload as a tool that others use. */
    public static String tool(SpiffeId id) {
        return "tool:" + spelt(id);
    }

    private static String spelt(SpiffeId id) {
        return id.trustDomain() + id.path();
    }
}
