package dev.curfew.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the parties through which every way goes. Pure. */
final class ChokePoints {
    private static final Comparator<ChokePoint> WIDEST =
            Comparator.comparingInt(ChokePoint::targetsBehind)
                    .thenComparingInt(ChokePoint::behind)
                    .reversed()
                    .thenComparing(ChokePoint::party);

    private ChokePoints() {}

    /** From any of the roots; those with nothing behind them are left out. */
    static List<ChokePoint> of(Collection<Party> roots, Collection<Grant> rights) {
        List<Party> parties = new ArrayList<>();
        Map<Party, Integer> numbers = new HashMap<>();
        for (Grant grant : rights) {
            number(grant.from(), parties, numbers);
            number(grant.to(), parties, numbers);
        }
        roots.forEach(root -> number(root, parties, numbers));
        // One vertex above all roots.
        int above = parties.size();
        int[] from = new int[rights.size() + roots.size()];
        int[] to = new int[from.length];
        int edge = 0;
        for (Grant grant : rights) {
            from[edge] = number(grant.from(), parties, numbers);
            to[edge++] = number(grant.to(), parties, numbers);
        }
        for (Party root : roots) {
            from[edge] = above;
            to[edge++] = number(root, parties, numbers);
        }
        return counted(parties, new Dominators(above + 1, above, from, to));
    }

    private static List<ChokePoint> counted(List<Party> parties, Dominators dominators) {
        int[] behind = new int[parties.size() + 1];
        int[] targets = new int[parties.size() + 1];
        // A dominator always comes later in this order than what it dominates.
        for (int vertex : dominators.innermostFirst()) {
            if (vertex == parties.size()) {
                continue;
            }
            int over = dominators.immediate(vertex);
            behind[over] += behind[vertex] + 1;
            targets[over] += targets[vertex] + (parties.get(vertex).kind().isTarget() ? 1 : 0);
        }
        List<ChokePoint> found = new ArrayList<>();
        for (int vertex = 0; vertex < parties.size(); vertex++) {
            if (behind[vertex] > 0) {
                found.add(new ChokePoint(parties.get(vertex), behind[vertex], targets[vertex]));
            }
        }
        found.sort(WIDEST);
        return List.copyOf(found);
    }

    private static int number(Party party, List<Party> parties, Map<Party, Integer> numbers) {
        Integer known = numbers.get(party);
        if (known == null) {
            known = parties.size();
            numbers.put(party, known);
            parties.add(party);
        }
        return known;
    }
}
