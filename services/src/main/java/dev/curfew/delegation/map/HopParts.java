package dev.curfew.delegation.map;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.Relationship;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has been read of one hop so far; it is spread over many relationships. */
final class HopParts {
    final PolicyEntity entity;
    final HopMapping mapping;
    final Set<Party> from = new LinkedHashSet<>();
    final Set<Party> to = new LinkedHashSet<>();
    final Set<PolicyEntity> parents = new LinkedHashSet<>();
    final List<Relationship> leases = new ArrayList<>();
    final Set<Permission> scope = new LinkedHashSet<>();
    final List<Relationship> all = new ArrayList<>();
    final List<Relationship> rights = new ArrayList<>();
    Optional<Party> task = Optional.empty();
    boolean root;

    HopParts(PolicyEntity entity, HopMapping mapping) {
        this.entity = entity;
        this.mapping = mapping;
    }

    boolean isWhole() {
        return !from.isEmpty() && !to.isEmpty();
    }

    /** The model lets it count only below a living hop or as the first of a chain. */
    boolean hasBeginning() {
        return root || !parents.isEmpty() || mapping.root().isEmpty();
    }

    /** What ends it: its leases where the model asks for one, else that it was given to anyone. */
    List<Relationship> levers() {
        return leases.isEmpty()
                ? all.stream().filter(fact -> fact.relation().equals(mapping.to())).toList()
                : List.copyOf(leases);
    }

    /** The latest of all leases, because one is enough. */
    End end() {
        End latest = null;
        for (Relationship lease : leases) {
            End end = endOf(lease);
            if (end instanceof End.Never) {
                return End.NEVER;
            }
            if (latest == null || end instanceof End.Unknown || end.isAfter(latest)) {
                latest = latest instanceof End.Unknown ? latest : end;
            }
        }
        return latest == null ? End.NEVER : latest;
    }

    /** A condition that names no time may end it at any, or never. */
    static End endOf(Relationship relationship) {
        return relationship
                .notAfter()
                .<End>map(End::at)
                .orElseGet(() -> relationship.condition().isPresent() ? End.UNKNOWN : End.NEVER);
    }
}
