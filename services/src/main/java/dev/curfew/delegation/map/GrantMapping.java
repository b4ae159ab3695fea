package dev.curfew.delegation.map;

import dev.curfew.delegation.Party;
import dev.curfew.delegation.Party.Kind;
import dev.curfew.policy.PolicyEntity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a backend's types and relations are read as delegation. Whatever it does not name is shown as
 * it is. Written and read as YAML by {@link MappingText}.
 *
 * @param types by the backend's type
 */
public record GrantMapping(
        SortedMap<String, Kind> types,
        List<HopMapping> hops,
        List<RightMapping> rights,
        List<PeopleMapping> people) {
    /** For a backend of which nothing is known yet. */
    public static final GrantMapping NONE =
            new GrantMapping(new TreeMap<>(), List.of(), List.of(), List.of());

    /** For Curfew's own model of agents and delegation. */
    public static final GrantMapping AGENTS =
            new GrantMapping(
                    new TreeMap<>(
                            Map.of(
                                    "user", Kind.USER,
                                    "agent", Kind.AGENT,
                                    "task", Kind.TASK,
                                    "tool", Kind.TOOL,
                                    "dataset", Kind.DATASET)),
                    List.of(
                            new HopMapping(
                                    "delegation",
                                    "delegator",
                                    "delegate",
                                    Optional.of("parent"),
                                    Optional.of("root"),
                                    List.of("lease_a", "lease_b"),
                                    true)),
                    List.of(
                            new RightMapping("task", "via", "act"),
                            new RightMapping("tool", "via", "use"),
                            new RightMapping("tool", "standing", "use"),
                            new RightMapping("dataset", "read_via", "read"),
                            new RightMapping("dataset", "write_via", "write")),
                    List.of(
                            new PeopleMapping("agent", "owner"),
                            new PeopleMapping("task", "initiator")));

    public GrantMapping {
        types = Collections.unmodifiableSortedMap(new TreeMap<>(types));
        hops = List.copyOf(hops);
        rights = List.copyOf(rights);
        people = List.copyOf(people);
    }

    Optional<HopMapping> hop(String type) {
        return hops.stream().filter(hop -> hop.type().equals(type)).findFirst();
    }

    Optional<RightMapping> right(String type, String relation) {
        return rights.stream()
                .filter(right -> right.type().equals(type) && right.relation().equals(relation))
                .findFirst();
    }

    boolean isPeople(String type, String relation) {
        return people.contains(new PeopleMapping(type, relation));
    }

    Party party(PolicyEntity entity, AgentNames names) {
        Kind kind = types.getOrDefault(entity.type(), Kind.OTHER);
        String id = kind == Kind.AGENT && !entity.isEveryone() ? names.nameOf(entity) : entity.id();
        return new Party(kind, entity.type(), id);
    }
}
