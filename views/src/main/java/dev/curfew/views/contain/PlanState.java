package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.outcome.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is planned at the moment. Immutable.
 *
 * @param plans by strength; one alone where there is nothing to choose; empty until planned
 * @param failure why nothing could be planned
 * @param drift how the servers differ from what a saved plan saw
 * @param dryRun what the servers said when they were asked last
 * @param busy a dry run or the start of the run is under way
 */
public record PlanState(
        PlanSource source,
        Map<Strength, ContainmentPlan> plans,
        Strength strength,
        Optional<Failure> failure,
        List<Difference> drift,
        Optional<DryRun.Result> dryRun,
        boolean busy) {

    public PlanState {
        drift = List.copyOf(drift);
    }

    static PlanState of(PlanSource source, Strength strength) {
        return new PlanState(
                source, Map.of(), strength, Optional.empty(), List.of(), Optional.empty(), false);
    }

    public Optional<ContainmentPlan> plan() {
        return Optional.ofNullable(plans.get(strength));
    }

    /** Whether it adds access in place of ending it. */
    public boolean isRestore() {
        return switch (source) {
            case PlanSource.Fresh _ -> false;
            case PlanSource.Restore _ -> true;
            case PlanSource.Saved(_, var plan) -> plan.restores().isPresent();
        };
    }

    /** Where one alone could be planned, that is the strength. */
    PlanState planned(Map<Strength, ContainmentPlan> made, List<Difference> found) {
        Strength shown = made.containsKey(strength) ? strength : made.keySet().iterator().next();
        return new PlanState(source, made, shown, Optional.empty(), found, dryRun, busy);
    }

    PlanState failed(Failure why) {
        return new PlanState(source, Map.of(), strength, Optional.of(why), List.of(), dryRun, busy);
    }

    PlanState with(Strength chosen) {
        return new PlanState(source, plans, chosen, failure, drift, Optional.empty(), busy);
    }

    PlanState with(DryRun.Result result) {
        return new PlanState(source, plans, strength, failure, drift, Optional.of(result), false);
    }

    PlanState busy(boolean now) {
        return new PlanState(source, plans, strength, failure, drift, dryRun, now);
    }
}
