package dev.curfew.lab.agent;

import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.Entry;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/** Which entries a node may issue for: those below it, and below every alias that it matches. */
public final class AuthorizedEntries {
    private static final String SERVER = "/spire/server";

    private AuthorizedEntries() {}

    /** Of all entries of a server, in the order of their parents. */
    public static List<Entry> of(List<Entry> all, Agent node) {
        var byParent = new HashMap<SPIFFEID, List<Entry>>();
        for (var entry : all) {
            byParent.computeIfAbsent(entry.getParentId(), any -> new ArrayList<>()).add(entry);
        }
        var server = node.getId().toBuilder().setPath(SERVER).build();
        var parents = new ArrayDeque<SPIFFEID>();
        parents.add(node.getId());
        for (var alias : byParent.getOrDefault(server, List.of())) {
            if (node.getSelectorsList().containsAll(alias.getSelectorsList())) {
                parents.add(alias.getSpiffeId());
            }
        }
        var seen = new HashSet<SPIFFEID>();
        var authorized = new ArrayList<Entry>();
        while (!parents.isEmpty()) {
            var parent = parents.remove();
            if (seen.add(parent)) {
                for (var entry : byParent.getOrDefault(parent, List.of())) {
                    authorized.add(entry);
                    parents.add(entry.getSpiffeId());
                }
            }
        }
        return authorized;
    }
}
