package dev.curfew.lab.acting;

import dev.curfew.lab.agent.AuthorizedEntries;
import dev.curfew.lab.entry.EntryStore;
import dev.curfew.lab.node.NodeStore;
import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is entitled to their identity now, by the server's own database: a deletion counts from the
 * moment in which the server has answered it. Any thread may call.
 */
final class Entitlements {
    private final EntryStore entries;
    private final NodeStore nodes;
    private final Map<SpiffeId, SPIFFEID> nodeOf;
    private volatile Known known = new Known(-1, -1, Set.of());

    private record Known(long entryChanges, long nodeChanges, Set<SpiffeId> entitled) {}

    Entitlements(EntryStore entries, NodeStore nodes, Map<SpiffeId, SPIFFEID> nodeOf) {
        this.entries = entries;
        this.nodes = nodes;
        this.nodeOf = Map.copyOf(nodeOf);
    }

    boolean has(SpiffeId who) {
        var last = known;
        var entryChanges = entries.changes();
        var nodeChanges = nodes.changes();
        if (last.entryChanges() != entryChanges || last.nodeChanges() != nodeChanges) {
            last = new Known(entryChanges, nodeChanges, entitled());
            known = last;
        }
        return last.entitled().contains(who);
    }

    boolean isBanned(SpiffeId who) {
        var node = nodeOf.get(who);
        return node != null && nodes.find(node).filter(found -> found.getBanned()).isPresent();
    }

    private Set<SpiffeId> entitled() {
        var all = entries.all().toList();
        var entitled = new HashSet<SpiffeId>();
        for (var id : Set.copyOf(nodeOf.values())) {
            var node = nodes.find(id).filter(found -> !found.getBanned());
            if (node.isPresent()) {
                var ids =
                        AuthorizedEntries.of(all, node.get()).stream()
                                .filter(entry -> !entry.getStoreSvid())
                                .map(entry -> SpiffeId.of(entry.getSpiffeId()))
                                .collect(Collectors.toSet());
                nodeOf.forEach((who, where) -> {
                    if (where.equals(id) && ids.contains(who)) {
                        entitled.add(who);
                    }
                });
            }
        }
        return entitled;
    }
}
