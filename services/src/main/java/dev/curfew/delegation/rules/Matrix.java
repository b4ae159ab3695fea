package dev.curfew.delegation.rules;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules beside what is really there.
 *
 * @param cells by who delegates to whom
 * @param unused rules that are about no grant that is there
 */
public record Matrix(List<Cell> cells, List<Rule> unused) {
    /** One delegation that is there, and what the rules say of it. */
    public record Ruled(Grant grant, Verdict verdict) {}

    public record Cell(Party from, Party to, List<Ruled> grants) {
        public Cell {
            grants = List.copyOf(grants);
        }

        /** Whether something is there that the rules do not want. */
        public boolean isBroken() {
            return grants.stream().anyMatch(one -> one.verdict().isBroken());
        }
    }

    private record Pair(Party from, Party to) {}

    public Matrix {
        cells = List.copyOf(cells);
        unused = List.copyOf(unused);
    }

    /** How many delegations there are. */
    public int there() {
        return cells.stream().mapToInt(cell -> cell.grants().size()).sum();
    }

    /** How many of them the rules do not want. */
    public int broken() {
        return (int)
                cells.stream()
                        .flatMap(cell -> cell.grants().stream())
                        .filter(one -> one.verdict().isBroken())
                        .count();
    }

    /** Of the delegations that count at that moment. */
    public static Matrix of(GrantGraph graph, DelegationRules rules, Instant now) {
        Map<Pair, List<Ruled>> cells =
                new TreeMap<>(Comparator.comparing(Pair::from).thenComparing(Pair::to));
        Map<Rule, Integer> used = new HashMap<>();
        List<Grant.State> states = graph.states(now);
        for (int row = 0; row < states.size(); row++) {
            Grant grant = graph.grants().get(row);
            boolean counts =
                    states.get(row) == Grant.State.LIVE || states.get(row) == Grant.State.UNKNOWN;
            if (grant.kind() != Grant.Kind.DELEGATES || !counts) {
                continue;
            }
            Verdict verdict = rules.decide(grant, graph.lineages().depth(row), now);
            cells.computeIfAbsent(new Pair(grant.from(), grant.to()), _ -> new ArrayList<>())
                    .add(new Ruled(grant, verdict));
            verdict.byRule().ifPresent(rule -> used.merge(rule, 1, Integer::sum));
        }
        return new Matrix(
                cells.entrySet().stream()
                        .map(one ->
                                new Cell(one.getKey().from(), one.getKey().to(), one.getValue()))
                        .toList(),
                rules.rules().stream().filter(rule -> !used.containsKey(rule)).toList());
    }
}
