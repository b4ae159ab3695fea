package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.SpiffeId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * How many nodes serve an entry, and how many entries a node serves, each computed once for all
 * that have the same answer. Any thread.
 */
public final class ServedCounts {
    private final EntryView.Derived derived;
    private final Map<SpiffeId, Integer> nodesBelow = new ConcurrentHashMap<>();
    private final Map<String, Integer> nodesInAlias = new ConcurrentHashMap<>();

    public ServedCounts(EntryView.Derived derived) {
        this.derived = derived;
    }

    /**
     * How many nodes may hand out this entry's identity; for an alias, how many it names. Quick
     * enough for a row on screen.
     */
    public int nodesOf(RegistrationEntry entry) {
        return entry.isNodeAlias()
                ? nodesInAlias.computeIfAbsent(
                        entry.id(), _ -> derived.entitlements().matching(entry).size())
                // Siblings have the same nodes.
                : nodesBelow.computeIfAbsent(
                        entry.parentId(), _ -> derived.entitlements().nodesOf(entry).size());
    }

    /** How many entries each node serves. Takes a moment where there are many. */
    public Map<SpiffeId, Integer> entriesOf(List<Node> nodes) {
        Map<SpiffeId, Integer> counts = new HashMap<>();
        Map<Set<SpiffeId>, Integer> ofGroups = new HashMap<>();
        for (Node node : nodes) {
            counts.put(node.id(), count(node, ofGroups));
        }
        return counts;
    }

    private int count(Node node, Map<Set<SpiffeId>, Integer> ofGroups) {
        Entitlements entitlements = derived.entitlements();
        if (derived.index().rowsBelow(node.id()).length > 0) {
            return entitlements.rowsOf(node).cardinality();
        }
        // With nothing of its own, a node serves what its groups serve.
        Set<SpiffeId> groups =
                entitlements.aliasesOf(node).stream()
                        .map(RegistrationEntry::spiffeId)
                        .collect(Collectors.toSet());
        return ofGroups.computeIfAbsent(groups, _ -> entitlements.rowsOf(node).cardinality());
    }
}
