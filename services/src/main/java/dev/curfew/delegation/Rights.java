package dev.curfew.delegation;

import dev.curfew.delegation.Reach.Reached;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;

/** The rights among grants as a graph of JGraphT's. Never changed once built; any thread. */
final class Rights {
    private final Graph<Party, Grant> graph;

    Rights(Collection<Grant> grants) {
        graph = new DirectedPseudograph<>(null, null, false);
        Map<String, Party> everyone = new LinkedHashMap<>();
        for (Grant grant : grants) {
            if (grant.isRight()) {
                add(grant);
                List.of(grant.from(), grant.to()).stream()
                        .filter(Party::isEveryone)
                        .forEach(all -> everyone.put(all.type(), all));
            }
        }
        everyone.values().forEach(this::include);
    }

    private void add(Grant grant) {
        graph.addVertex(grant.from());
        graph.addVertex(grant.to());
        graph.addEdge(grant.from(), grant.to(), grant);
    }

    /** Whoever is one of all has what all have, and is reached by whoever reaches all. */
    private void include(Party all) {
        boolean gives = graph.outDegreeOf(all) > 0;
        for (Party one : List.copyOf(graph.vertexSet())) {
            if (one.type().equals(all.type()) && !one.isEveryone()) {
                add(gives ? included(one, all) : included(all, one));
            }
        }
    }

    private static Grant included(Party from, Party to) {
        return new Grant(
                "included " + from.display() + " " + to.display(),
                Grant.Kind.INCLUDED,
                from,
                to,
                "*",
                Hop.UNKNOWN.with(Validity.LASTING),
                new Source(
                        Source.Origin.DERIVED,
                        Source.Kind.RELATIONSHIP,
                        "",
                        to.display(),
                        Optional.empty()));
    }

    Reach reach(Party start, boolean forward) {
        if (!graph.containsVertex(start)) {
            return new Reach(start, forward, List.of());
        }
        Graph<Party, Grant> seen = forward ? graph : new EdgeReversedGraph<>(graph);
        List<Reached> reached = new ArrayList<>();
        var walk = new BreadthFirstIterator<>(seen, start);
        while (walk.hasNext()) {
            Party party = walk.next();
            Grant by = walk.getSpanningTreeEdge(party);
            if (by != null) {
                reached.add(new Reached(party, walk.getDepth(party), by));
            }
        }
        return new Reach(start, forward, reached);
    }

    List<Grant> shortestWay(Party from, Party to) {
        if (!graph.containsVertex(from) || !graph.containsVertex(to)) {
            return List.of();
        }
        GraphPath<Party, Grant> path = BFSShortestPath.findPathBetween(graph, from, to);
        return path == null ? List.of() : List.copyOf(path.getEdgeList());
    }

    List<Party> roots() {
        return graph.vertexSet().stream()
                .filter(party -> graph.outDegreeOf(party) > 0)
                .filter(party ->
                        graph.incomingEdgesOf(party).stream()
                                .noneMatch(grant -> !grant.from().equals(party)))
                .sorted()
                .toList();
    }

    List<ChokePoint> chokePoints(Collection<Party> roots) {
        return ChokePoints.of(new HashSet<>(roots), graph.edgeSet());
    }
}
