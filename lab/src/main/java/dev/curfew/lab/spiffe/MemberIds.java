package dev.curfew.lab.spiffe;

import dev.curfew.wire.spire.types.SPIFFEID;

/**
 * Reads SPIFFE IDs out of requests to the server of one trust domain.
 *
 * @param trustDomain the server's own
 */
public record MemberIds(String trustDomain) {

    /** Any ID of the trust domain that has a path: a parent. */
    public SpiffeId member(boolean present, SPIFFEID wire) {
        var id = read(present, wire);
        if (id.path().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a member of trust domain \"%s\"; path is empty"
                            .formatted(id, trustDomain));
        }
        return id;
    }

    /** The ID of a node. */
    public SpiffeId agent(boolean present, SPIFFEID wire) {
        var id = read(present, wire);
        if (id.path().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an agent in trust domain \"%s\"; path is empty"
                            .formatted(id, trustDomain));
        }
        if (!id.path().startsWith("/spire/agent/")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not an agent in trust domain \"%s\"; path is not in the agent namespace"
                            .formatted(id, trustDomain));
        }
        return id;
    }

    /** The ID of a workload, which may not lie in SPIRE's own namespace. */
    public SpiffeId workload(boolean present, SPIFFEID wire) {
        return workload(read(present, wire));
    }

    /** The same for an ID that was read already. */
    public SpiffeId workload(SpiffeId id) {
        mustBeOurs(id);
        if (id.path().isEmpty()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a workload in trust domain \"%s\"; path is empty"
                            .formatted(id, trustDomain));
        }
        if (id.path().equals("/spire") || id.path().startsWith("/spire/")) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a workload in trust domain \"%s\"; path is in the reserved namespace"
                            .formatted(id, trustDomain));
        }
        return id;
    }

    private SpiffeId read(boolean present, SPIFFEID wire) {
        if (!present) {
            throw new IllegalArgumentException("request must specify SPIFFE ID");
        }
        return mustBeOurs(SpiffeId.of(wire));
    }

    private SpiffeId mustBeOurs(SpiffeId id) {
        if (!id.trustDomain().equals(trustDomain)) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a member of trust domain \"%s\"".formatted(id, trustDomain));
        }
        return id;
    }
}
