package dev.curfew.delegation.map;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantLever;
import dev.curfew.delegation.Hop;
import dev.curfew.delegation.Lineage;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.Permission;
import dev.curfew.delegation.Proof;
import dev.curfew.delegation.Scope;
import dev.curfew.delegation.Source;
import dev.curfew.delegation.Validity;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a backend's relationships as grants. One use; one thread. */
public final class RelationshipMapper {
    private final GrantMapping mapping;
    private final AgentNames names;
    private final String system;
    private final Instant readAt;
    private final Map<PolicyEntity, HopParts> hops = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();
    private final Map<String, List<Relationship>> endedBy = new HashMap<>();

    private RelationshipMapper(
            GrantMapping mapping, AgentNames names, String system, Instant readAt) {
        this.mapping = mapping;
        this.names = names;
        this.system = system;
        this.readAt = readAt;
    }

    /**
     * @param system the name an operator knows the backend by; grants' IDs begin with it
     * @param readAt when they were read, on our clock
     */
    public static MappedGrants map(
            Collection<Relationship> relationships,
            GrantMapping mapping,
            AgentNames names,
            String system,
            Instant readAt) {
        RelationshipMapper mapper = new RelationshipMapper(mapping, names, system, readAt);
        relationships.forEach(mapper::sort);
        mapper.hops.values().forEach(mapper::finish);
        return new MappedGrants(mapper.grants, mapper.endedBy);
    }

    private void sort(Relationship fact) {
        PolicyEntity object = fact.resource();
        Optional<HopMapping> hop = mapping.hop(object.type());
        Optional<RightMapping> right = mapping.right(object.type(), fact.relation());
        if (hop.isPresent() && hop.get().names(fact.relation())) {
            part(parts(object, hop.get()), fact);
        } else if (right.isPresent()) {
            right(fact, right.get());
        } else if (mapping.isPeople(object.type(), fact.relation())) {
            grants.add(plain(fact, Grant.Kind.ANSWERS_FOR));
        } else {
            grants.add(plain(fact, Grant.Kind.UNMAPPED));
        }
    }

    private HopParts parts(PolicyEntity entity, HopMapping hop) {
        return hops.computeIfAbsent(entity, _ -> new HopParts(entity, hop));
    }

    private void part(HopParts parts, Relationship fact) {
        HopMapping hop = parts.mapping;
        PolicyEntity subject = fact.subject().entity();
        parts.all.add(fact);
        if (fact.relation().equals(hop.from())) {
            parts.from.add(mapping.party(subject, names));
        } else if (fact.relation().equals(hop.to())) {
            parts.to.add(mapping.party(subject, names));
        } else if (hop.leases().contains(fact.relation())) {
            parts.leases.add(fact);
        } else if (hop.root().filter(fact.relation()::equals).isPresent()) {
            parts.root = true;
        } else {
            parts.parents.add(subject);
        }
    }

    private void right(Relationship fact, RightMapping right) {
        PolicyEntity subject = fact.subject().entity();
        Optional<HopMapping> through = mapping.hop(subject.type());
        Party target = mapping.party(fact.resource(), names);
        if (through.isEmpty()) {
            Grant standing = plain(fact, Grant.Kind.STANDING);
            grants.add(standing.with(standing.hop().with(Scope.of(permission(right, target)))));
            return;
        }
        HopParts parts = parts(subject, through.get());
        parts.rights.add(fact);
        if (target.kind() == Party.Kind.TASK) {
            parts.task = Optional.of(target);
        } else {
            parts.scope.add(permission(right, target));
        }
    }

    private static Permission permission(RightMapping right, Party target) {
        return new Permission(right.action(), target.display());
    }

    private void finish(HopParts parts) {
        if (!parts.isWhole()) {
            parts.all.forEach(fact -> grants.add(plain(fact, Grant.Kind.UNMAPPED)));
            parts.rights.forEach(fact -> grants.add(plain(fact, Grant.Kind.UNMAPPED)));
            return;
        }
        List<Optional<PolicyEntity>> parents =
                parts.parents.isEmpty()
                        ? List.of(Optional.empty())
                        : parts.parents.stream().map(Optional::of).toList();
        int number = 0;
        // Several of a kind in one hop each count by themselves.
        for (Party from : parts.from) {
            for (Party to : parts.to) {
                for (Optional<PolicyEntity> parent : parents) {
                    delegation(parts, from, to, parent, number++);
                }
            }
        }
    }

    private void delegation(
            HopParts parts, Party from, Party to, Optional<PolicyEntity> parent, int number) {
        String id = id(parts.entity.display()) + (number == 0 ? "" : " " + (number + 1));
        Lineage lineage =
                new Lineage(
                        Optional.empty(),
                        parent.map(above -> id(above.display())),
                        parts.root,
                        parts.mapping.endsWithParent() && !parts.root,
                        Optional.empty());
        Hop hop =
                Hop.UNKNOWN
                        .with(lineage)
                        .with(Scope.of(parts.scope))
                        .with(validity(parts))
                        .with(Proof.IDENTITY)
                        .endedBy(GrantLever.DELETE_RELATIONSHIP, GrantLever.SHORTEN_RELATIONSHIP);
        Hop under = parts.task.map(hop::under).orElse(hop);
        grants.add(
                new Grant(
                        id,
                        Grant.Kind.DELEGATES,
                        from,
                        to,
                        parts.mapping.to(),
                        under,
                        seen(parts.entity.display())));
        endedBy.put(id, parts.levers());
        parts.rights.forEach(fact -> grants.add(use(fact, id, to, under.task())));
    }

    private static Validity validity(HopParts parts) {
        boolean needsLease = !parts.mapping.leases().isEmpty() && parts.leases.isEmpty();
        return needsLease || !parts.hasBeginning()
                ? Validity.withdrawn(End.NEVER)
                : Validity.until(parts.end());
    }

    private Grant use(Relationship fact, String hopId, Party holder, Optional<Party> task) {
        Party target = mapping.party(fact.resource(), names);
        String action =
                mapping.right(fact.resource().type(), fact.relation())
                        .map(RightMapping::action)
                        .orElse(fact.relation());
        Hop hop =
                Hop.UNKNOWN
                        .with(Lineage.boundTo(hopId))
                        .with(Scope.of(Set.of(new Permission(action, target.display()))))
                        .with(Validity.until(HopParts.endOf(fact)))
                        .with(Proof.IDENTITY)
                        .endedBy(GrantLever.DELETE_RELATIONSHIP);
        endedBy.put(hopId + " " + fact.display(), List.of(fact));
        return new Grant(
                hopId + " " + fact.display(),
                Grant.Kind.USES,
                holder,
                target,
                fact.relation(),
                task.map(hop::under).orElse(hop),
                seen(fact.display()));
    }

    private Grant plain(Relationship fact, Grant.Kind kind) {
        Hop hop =
                Hop.UNKNOWN
                        .with(Validity.until(HopParts.endOf(fact)))
                        .with(Proof.IDENTITY)
                        .endedBy(GrantLever.DELETE_RELATIONSHIP);
        endedBy.put(id(fact.display()), List.of(fact));
        return new Grant(
                id(fact.display()),
                kind,
                mapping.party(fact.subject().entity(), names),
                mapping.party(fact.resource(), names),
                fact.relation(),
                hop,
                seen(fact.display()));
    }

    private String id(String display) {
        return system + " " + display;
    }

    private Source seen(String reference) {
        return Source.observed(Source.Kind.RELATIONSHIP, system, reference, readAt);
    }
}
