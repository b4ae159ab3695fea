package dev.curfew.views.contain;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.scope.ContainmentTarget;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a plan on screen comes from. */
public sealed interface PlanSource {
    /** Planned for a target, in each strength. */
    record Fresh(ContainmentTarget target) implements PlanSource {}

    /** Puts back what another containment did. */
    record Restore(String containmentId) implements PlanSource {}

    /** Read from a file, and held against the servers as they are now. */
    record Saved(Path file, ContainmentPlan plan) implements PlanSource {}

    /** The identity that is contained, where it is one and no more. */
    default Optional<SpiffeId> only() {
        return this instanceof Fresh(ContainmentTarget.Identities(List<SpiffeId> ids))
                        && ids.size() == 1
                ? Optional.of(ids.getFirst())
                : Optional.empty();
    }
}
