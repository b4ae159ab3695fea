package dev.curfew.delegation.check;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.rules.DelegationRules;
import java.time.Instant;

/**
 * All that the checks go by.
 *
 * @param now on the clock of who decides, where that is known
 */
public record CheckInput(
        GrantGraph graph, Instant now, DelegationRules rules, Facts facts, CheckSettings settings) {
    public static CheckInput of(
            GrantGraph graph,
            Instant now,
            DelegationRules rules,
            Facts facts,
            CheckSettings settings) {
        return new CheckInput(graph, now, rules, facts, settings);
    }
}
