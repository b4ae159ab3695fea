package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which workloads a node is entitled to, and which nodes serve a workload. No admin RPC tells, so
 * it is computed as the server does it: a node stands for its own ID and for every alias (an entry
 * below {@code /spire/server}) whose selectors it has all of; entries below any of these are its
 * own, and so are the entries below those. Alias entries themselves and entries of another trust
 * domain are not issued. Immutable, any thread.
 *
 * <p>Source: the rules of SPIRE's authorized-entries cache.
 */
public final class Entitlements {
    private final EntryIndex index;
    private final Map<SpiffeId, Node> nodes;

    /**
     * Alias entries by one of their selectors, so that a node only looks at those it might match.
     */
    private final Map<Selector, List<RegistrationEntry>> aliases;

    public Entitlements(EntryIndex index, Collection<Node> nodes) {
        this.index = index;
        this.nodes = new HashMap<>();
        nodes.forEach(node -> this.nodes.put(node.id(), node));
        this.aliases = new HashMap<>();
        Set<SpiffeId> servers = new HashSet<>();
        nodes.forEach(node -> servers.add(SpiffeIds.server(node.id().getTrustDomain())));
        for (SpiffeId server : servers) {
            for (RegistrationEntry alias : index.below(server)) {
                if (!alias.selectors().isEmpty()) {
                    aliases.computeIfAbsent(alias.selectors().getFirst(), _ -> new ArrayList<>())
                            .add(alias);
                }
            }
        }
    }

    /** The alias entries that this node matches. */
    public List<RegistrationEntry> aliasesOf(Node node) {
        Set<Selector> has = new HashSet<>(node.selectors());
        List<RegistrationEntry> matched = new ArrayList<>();
        for (Selector selector : has) {
            for (RegistrationEntry alias : aliases.getOrDefault(selector, List.of())) {
                if (has.containsAll(alias.selectors())) {
                    matched.add(alias);
                }
            }
        }
        return matched;
    }

    /** Row numbers of the entries whose identities this node may hand out. */
    public BitSet rowsOf(Node node) {
        Deque<SpiffeId> parents = new ArrayDeque<>();
        Set<SpiffeId> seen = new HashSet<>();
        add(node.id(), parents, seen);
        aliasesOf(node).forEach(alias -> add(alias.spiffeId(), parents, seen));
        BitSet rows = new BitSet();
        while (!parents.isEmpty()) {
            for (int row : index.rowsBelow(parents.pop())) {
                RegistrationEntry entry = index.entries().get(row);
                if (entry.spiffeId().getTrustDomain().equals(node.id().getTrustDomain())) {
                    rows.set(row);
                    add(entry.spiffeId(), parents, seen);
                }
            }
        }
        return rows;
    }

    public List<RegistrationEntry> entriesOf(Node node) {
        return rowsOf(node).stream().mapToObj(index.entries()::get).toList();
    }

    /** The nodes that may hand out this entry's identity, whether they are up or not. */
    public List<Node> nodesOf(RegistrationEntry entry) {
        Set<Node> found = new LinkedHashSet<>();
        Deque<SpiffeId> parents = new ArrayDeque<>();
        Set<SpiffeId> seen = new HashSet<>();
        if (!entry.isNodeAlias()) {
            add(entry.parentId(), parents, seen);
        }
        while (!parents.isEmpty()) {
            SpiffeId parent = parents.pop();
            Node node = nodes.get(parent);
            if (node != null) {
                found.add(node);
            }
            for (RegistrationEntry above : index.withIdentity(parent)) {
                if (above.isNodeAlias()) {
                    found.addAll(matching(above));
                } else {
                    add(above.parentId(), parents, seen);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The nodes that have all selectors of an alias entry. */
    public List<Node> matching(RegistrationEntry alias) {
        if (alias.selectors().isEmpty()) {
            return List.of();
        }
        return nodes.values().stream()
                .filter(node -> node.selectors().containsAll(alias.selectors()))
                .sorted((a, b) -> EntryIndex.compare(a.id(), b.id()))
                .toList();
    }

    private static void add(SpiffeId id, Deque<SpiffeId> todo, Set<SpiffeId> seen) {
        if (seen.add(id)) {
            todo.push(id);
        }
    }
}
