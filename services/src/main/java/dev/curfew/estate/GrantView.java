package dev.curfew.estate;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.map.AgentNames;
import dev.curfew.delegation.map.GrantMapping;
import dev.curfew.delegation.map.MappedGrants;
import dev.curfew.delegation.map.RelationshipMapper;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The relationships of one policy backend and the grants that they say. Immutable.
 *
 * @param mapped grants in the order in which they were read, those that no mapping names among them
 */
public record GrantView(
        String system,
        GrantMapping mapping,
        PolicyIds ids,
        List<Relationship> relationships,
        MappedGrants mapped,
        GrantGraph graph) {
    public static final GrantView NONE =
            new GrantView(
                    "",
                    GrantMapping.AGENTS,
                    PolicyIds.WHOLE,
                    List.of(),
                    MappedGrants.NONE,
                    GrantGraph.EMPTY);

    /**
     * @param system the name an operator knows the backend by
     * @param readAt when the reading began, on our clock
     */
    public static GrantView of(
            String system,
            GrantMapping mapping,
            PolicyIds ids,
            List<Relationship> relationships,
            Instant readAt) {
        List<Relationship> all = List.copyOf(relationships);
        MappedGrants mapped =
                RelationshipMapper.map(all, mapping, AgentNames.of(ids), system, readAt);
        return new GrantView(system, mapping, ids, all, mapped, GrantGraph.of(mapped.grants()));
    }

    /** With some relationships ended or replaced; an unknown one is new. */
    GrantView patched(Map<Relationship, Optional<Relationship>> changed, Instant readAt) {
        Map<String, Relationship> byName = new LinkedHashMap<>();
        relationships.forEach(one -> byName.put(one.display(), one));
        changed.forEach((before, now) -> {
            byName.remove(before.display());
            now.ifPresent(one -> byName.put(one.display(), one));
        });
        return of(system, mapping, ids, new ArrayList<>(byName.values()), readAt);
    }

    /** The grants that would be there or be another with these relationships put back. */
    public List<Grant> putBackBy(List<Relationship> back) {
        Map<String, Relationship> byName = new LinkedHashMap<>();
        relationships.forEach(one -> byName.put(one.display(), one));
        back.forEach(one -> byName.put(one.display(), one));
        List<Relationship> then = List.copyOf(byName.values());
        return RelationshipMapper.map(then, mapping, AgentNames.of(ids), system, Instant.EPOCH)
                .grants()
                .stream()
                .filter(grant ->
                        graph.grant(grant.id())
                                .filter(now -> now.hop().equals(grant.hop()))
                                .isEmpty())
                .toList();
    }

    /** With grants that no relationship says. */
    public GrantView and(List<Grant> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Grant> all = Stream.concat(mapped.grants().stream(), more.stream()).toList();
        return new GrantView(
                system,
                mapping,
                ids,
                relationships,
                new MappedGrants(all, mapped.endedBy()),
                GrantGraph.of(all));
    }

    public List<Grant> grants() {
        return mapped.grants();
    }
}
