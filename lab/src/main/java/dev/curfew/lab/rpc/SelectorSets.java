package dev.curfew.lab.rpc;

import dev.curfew.wire.spire.types.Selector;
import dev.curfew.wire.spire.types.SelectorMatch;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Compares sets of selectors. The real server asks its database for rows with any or all of the
 * selectors and drops those with further ones only afterwards, which is why pages can be short.
 *
 * @param wanted the selectors asked for, at least one
 * @param behavior how they must relate to those of a row
 */
public record SelectorSets(Set<Selector> wanted, SelectorMatch.MatchBehavior behavior) {

    /** The question of a filter. */
    public static SelectorSets of(
            Collection<Selector> selectors, SelectorMatch.MatchBehavior behavior) {
        return new SelectorSets(new HashSet<>(selectors), behavior);
    }

    /**
     * Checks selectors.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    public static List<Selector> read(List<Selector> selectors) {
        for (var selector : selectors) {
            if (selector.getType().isEmpty()) {
                throw new IllegalArgumentException("missing selector type");
            }
            if (selector.getType().contains(":")) {
                throw new IllegalArgumentException("selector type contains ':'");
            }
            if (selector.getValue().isEmpty()) {
                throw new IllegalArgumentException("missing selector value");
            }
        }
        return selectors;
    }

    /** Whether the database would find the row. */
    public boolean finds(List<Selector> row) {
        return switch (behavior) {
            case MATCH_ANY, MATCH_SUBSET -> row.stream().anyMatch(wanted::contains);
            case MATCH_EXACT, MATCH_SUPERSET -> row.containsAll(wanted);
            case UNRECOGNIZED -> false;
        };
    }

    /** Whether a row that was found stays. */
    public boolean keeps(List<Selector> row) {
        return switch (behavior) {
            case MATCH_EXACT, MATCH_SUBSET -> wanted.containsAll(row);
            case MATCH_ANY, MATCH_SUPERSET, UNRECOGNIZED -> true;
        };
    }
}
