package dev.curfew.delegation.map;

import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.policy.PolicyEntity;
import io.spiffe.spiffeid.SpiffeId;

/** The SPIFFE ID behind the spelling that a backend has for an agent. */
public interface AgentNames {
    /** For backends whose IDs are SPIFFE IDs, with or without the scheme. */
    AgentNames WITHOUT_SCHEME =
            entity -> {
                String whole =
                        entity.id().startsWith("spiffe://")
                                ? entity.id()
                                : "spiffe://" + entity.id();
                return switch (SpiffeIds.parse(whole)) {
                    case Ok<SpiffeId> _ -> entity.id().contains("/") ? whole : entity.id();
                    case Failed<SpiffeId> _ -> entity.id();
                };
            };

    /** The SPIFFE ID as text; the backend's own spelling where it is none. */
    String nameOf(PolicyEntity agent);
}
