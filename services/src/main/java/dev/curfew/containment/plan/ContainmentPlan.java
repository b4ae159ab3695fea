package dev.curfew.containment.plan;

import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.scope.Scope;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.Failure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A containment before it runs: ordered steps and what they would leave open. Immutable; it can be
 * saved, reviewed and loaded.
 *
 * @param id of the containment and of its operation in the journal
 * @param plannedAt on our clock; all times hold for a start at that moment
 * @param bound the latest over all steps: what stays open of the whole
 * @param refusals why it can not be run as it is
 * @param restores the containment that this one puts back; empty for any other
 */
public record ContainmentPlan(
        String id,
        Instant plannedAt,
        ContainmentRequest request,
        Scope scope,
        List<PlannedStep> steps,
        BlastRadius blast,
        ExposureBound bound,
        List<Warning> warnings,
        List<Failure> refusals,
        Approval approval,
        Optional<String> restores) {

    public ContainmentPlan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
        refusals = List.copyOf(refusals);
    }

    /** The same under the id of the plan that was reviewed. */
    public ContainmentPlan withId(String reviewed) {
        return new ContainmentPlan(
                reviewed, plannedAt, request, scope, steps, blast, bound, warnings, refusals,
                approval, restores);
    }

    public boolean isRunnable() {
        return refusals.isEmpty() && !steps.isEmpty();
    }

    /** Connections that are written to. */
    public List<String> connections() {
        return steps.stream().flatMap(step -> step.connections().stream()).distinct().toList();
    }

    public boolean isReversible() {
        return steps.stream().allMatch(step -> step.lever().isReversible());
    }

    public Optional<PlannedStep> step(int number) {
        return steps.stream().filter(step -> step.number() == number).findFirst();
    }

    /** What it is called: the target's short name. */
    public String title() {
        return request.target().title();
    }
}
