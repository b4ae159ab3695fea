package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.DelegationRules;
import dev.curfew.delegation.rules.Matrix;
import dev.curfew.delegation.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule, and how much it decides.
 *
 * @param place in the list, counted from 1
 * @param decided the delegations that are there and that it decides
 */
record RuleLine(int place, Rule rule, List<Matrix.Ruled> decided) {
    RuleLine {
        decided = List.copyOf(decided);
    }

    /** Not on the JavaFX thread where there are very many. */
    static List<RuleLine> of(DelegationRules rules, Matrix matrix) {
        Map<Rule, List<Matrix.Ruled>> decided = new HashMap<>();
        for (Matrix.Cell cell : matrix.cells()) {
            for (Matrix.Ruled one : cell.grants()) {
                one.verdict()
                        .byRule()
                        .ifPresent(rule ->
                                decided.computeIfAbsent(rule, any -> new ArrayList<>()).add(one));
            }
        }
        List<RuleLine> lines = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            lines.add(new RuleLine(lines.size() + 1, rule, decided.getOrDefault(rule, List.of())));
        }
        return List.copyOf(lines);
    }

    int broken() {
        return (int) decided.stream().filter(one -> one.verdict().isBroken()).count();
    }
}
