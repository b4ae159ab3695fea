package dev.curfew.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One grant to cut.
 *
 * @param endsAnyway whoever decides asks for its parent too, and that is cut before it: cutting it
 *     as well tidies up
 */
public record Cut(Grant grant, boolean endsAnyway) {

    /**
     * The order in which grants are cut: the highest hop first, because what is asked for together
     * with its parent ends with it, and because nothing can be passed on any more from above. Of a
     * ring, which has no highest hop, the order is that of the IDs.
     *
     * @param ids of the grants; those that are not in the graph are left out
     */
    public static List<Cut> highestFirst(GrantGraph graph, Collection<String> ids) {
        Lineages lineages = graph.lineages();
        List<Integer> rows =
                ids.stream()
                        .distinct()
                        .map(lineages::row)
                        .filter(row -> row >= 0)
                        .sorted(
                                Comparator.<Integer>comparingInt(lineages::depth)
                                        .thenComparing(row -> graph.grants().get(row).kind())
                                        .thenComparing(row -> graph.grants().get(row).id()))
                        .toList();
        Set<Integer> ended = new HashSet<>();
        List<Cut> cuts = new ArrayList<>();
        for (int row : rows) {
            cuts.add(new Cut(graph.grants().get(row), endsWith(ended, row, graph)));
            ended.add(row);
        }
        return List.copyOf(cuts);
    }

    /** Whether one above it is cut, with none between that is not asked for. */
    private static boolean endsWith(Set<Integer> ended, int row, GrantGraph graph) {
        Lineages lineages = graph.lineages();
        if (lineages.loops(row)) {
            return false;
        }
        int at = row;
        while (graph.grants().get(at).hop().lineage().endsWithParent()) {
            at = lineages.parent(at);
            if (at < 0) {
                return false;
            }
            if (ended.contains(at)) {
                return true;
            }
        }
        return false;
    }
}
