package dev.curfew.delegation.map;

import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import io.spiffe.spiffeid.SpiffeId;

/** The SPIFFE ID behind the spelling that a backend has for an agent. */
public interface AgentNames {
    /** As this kind of backend spells SPIFFE IDs; an ID that is none of ours stays as it is. */
    static AgentNames of(PolicyIds ids) {
        return agent -> ids.read(agent.id()).map(SpiffeId::toString).orElse(agent.id());
    }

    /** The SPIFFE ID as text; the backend's own spelling where it is none. */
    String nameOf(PolicyEntity agent);
}
