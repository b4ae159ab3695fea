package dev.curfew.delegation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DirectedPseudograph;

/** Finds groups of parties in which rights can go round. Pure. */
final class Rings {
    private Rings() {}

    /** Groups in which each reaches each other, and those who delegate to themselves. */
    static List<Set<Party>> of(Collection<Grant> rights) {
        Graph<Party, Grant> graph = new DirectedPseudograph<>(null, null, false);
        for (Grant grant : peeled(rights)) {
            graph.addVertex(grant.from());
            graph.addVertex(grant.to());
            graph.addEdge(grant.from(), grant.to(), grant);
        }
        return new KosarajuStrongConnectivityInspector<>(graph)
                .stronglyConnectedSets().stream()
                        .filter(set -> set.size() > 1 || graph.containsEdge(one(set), one(set)))
                        .map(Set::copyOf)
                        .toList();
    }

    /**
     * Without those that nothing leads to, again and again: what is left hangs on a ring. Most
     * estates have none, and this is much quicker than asking for rings.
     */
    private static List<Grant> peeled(Collection<Grant> rights) {
        Map<Party, List<Grant>> from = new HashMap<>();
        Map<Party, Integer> into = new HashMap<>();
        for (Grant grant : rights) {
            from.computeIfAbsent(grant.from(), _ -> new ArrayList<>(2)).add(grant);
            into.merge(grant.to(), 1, Integer::sum);
        }
        Deque<Party> free = new ArrayDeque<>();
        from.keySet().stream().filter(party -> !into.containsKey(party)).forEach(free::add);
        while (!free.isEmpty()) {
            List<Grant> given = from.remove(free.poll());
            for (Grant grant : given == null ? List.<Grant>of() : given) {
                if (into.merge(grant.to(), -1, Integer::sum) == 0) {
                    free.add(grant.to());
                }
            }
        }
        return from.values().stream().flatMap(List::stream).toList();
    }

    private static Party one(Set<Party> set) {
        return set.iterator().next();
    }
}
