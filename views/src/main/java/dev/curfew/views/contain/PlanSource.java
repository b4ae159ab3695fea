package dev.curfew.views.contain;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.scope.ContainmentTarget;
import java.nio.file.Path;

/** Where a plan on screen comes from. */
public sealed interface PlanSource {
    /** Planned for a target, in each strength. */
    record Fresh(ContainmentTarget target) implements PlanSource {}

    /** Puts back what another containment did. */
    record Restore(String containmentId) implements PlanSource {}

    /** Read from a file, and held against the servers as they are now. */
    record Saved(Path file, ContainmentPlan plan) implements PlanSource {}
}
