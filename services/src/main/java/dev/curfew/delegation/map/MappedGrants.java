package dev.curfew.delegation.map;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.policy.Relationship;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The grants that relationships say; those that no mapping names are among them as they are.
 *
 * @param endedBy the relationships that end each grant, by its ID
 */
public record MappedGrants(List<Grant> grants, Map<String, List<Relationship>> endedBy) {
    public static final MappedGrants NONE = new MappedGrants(List.of(), Map.of());

    public MappedGrants {
        grants = List.copyOf(grants);
        endedBy = Map.copyOf(endedBy);
    }

    /** What has to go for this grant to end; all of it, for each would be enough. */
    public List<Relationship> endedBy(Grant grant) {
        return endedBy.getOrDefault(grant.id(), List.of());
    }

    public List<Grant> unmapped() {
        return grants.stream().filter(grant -> grant.kind() == Grant.Kind.UNMAPPED).toList();
    }

    /** Types and relations that no mapping names, as {@code type#relation}. */
    public SortedSet<String> unmappedRelations() {
        return unmapped().stream()
                .map(grant -> grant.to().type() + "#" + grant.relation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Agents that nobody has registered: names that a policy counts on and that no SVID carries.
     */
    public SortedSet<Party> unknownAgents(Collection<String> registered) {
        Set<String> known = Set.copyOf(registered);
        return grants.stream()
                .flatMap(grant -> Stream.of(grant.from(), grant.to()))
                .filter(party -> party.kind() == Party.Kind.AGENT && !party.isEveryone())
                .filter(party -> !known.contains(party.id()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
