package dev.curfew.views.delegation;

import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.delegation.PlannedChange;
import dev.curfew.delegation.PlannedCut;
import java.util.List;

/**
 * A plan on the picture.
 *
 * @param cut what it does at the moment that is drawn
 * @param after whether the picture shows what would be then
 */
record PlannedPicture(PlanEffect effect, PlannedCut cut, boolean after) {
    /** How many grants have an earlier end then and count at the moment that is drawn. */
    int shortened() {
        List<String> shorter =
                effect.changes().stream()
                        .filter(PlannedChange.Shorten.class::isInstance)
                        .map(change -> ((PlannedChange.Shorten) change).grant())
                        .toList();
        return (int) shorter.stream().filter(id -> cut.after().grant(id).isPresent()).count();
    }
}
