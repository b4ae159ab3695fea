package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Undo;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.estate.Estate;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Plans how a containment is put back, from what was kept of each step: a containment of its own,
 * the last step first. Blocks for the store alone; any thread.
 */
public final class RestorePlanner {
    private final InstantSource clock;
    private final Function<Instant, String> ids;
    private final Planner changes;
    private final Undo undo;

    public RestorePlanner(
            InstantSource clock, Function<Instant, String> ids, Planner changes, Undo undo) {
        this.clock = clock;
        this.ids = ids;
        this.changes = changes;
        this.undo = undo;
    }

    /** NOT_FOUND where nothing of it can be put back. */
    public Outcome<ContainmentPlan> plan(ContainmentPlan done, Estate estate) {
        Instant now = clock.instant();
        List<PlannedStep> steps = new ArrayList<>();
        Set<Warning> warnings = new LinkedHashSet<>();
        for (PlannedStep step : done.steps().reversed()) {
            if (!(step.work() instanceof Work.Apply)) {
                warnings.add(Warning.of("rotationStays", step.writer()));
                continue;
            }
            Optional<String> connection =
                    step.connections().stream()
                            .filter(name ->
                                    estate.server(name).isPresent()
                                            || estate.backend(name).isPresent())
                            .findFirst();
            if (connection.isEmpty()) {
                warnings.add(Warning.of("notConnected", step.writer()));
                continue;
            }
            switch (undo.of(step.operationId(done.id()), estate)) {
                case Outcome.Failed<Change>(var why) ->
                        warnings.add(Warning.of("notRestorable", step.number(), why.detail()));
                case Outcome.Ok<Change>(var change) ->
                        steps.add(
                                step(
                                        steps.size() + 1,
                                        step,
                                        changes.plan(change, connection.get(), estate)
                                                .orElseThrow(),
                                        warnings));
            }
        }
        if (steps.isEmpty()) {
            return Outcome.failed(
                    new Failure(
                            Reason.NOT_FOUND,
                            "what " + done.id() + " did",
                            "none of its steps left anything that can be put back"));
        }
        warnings.add(Warning.of("javaWatch"));
        return Outcome.ok(
                new ContainmentPlan(
                        ids.apply(now),
                        now,
                        done.request(),
                        done.scope(),
                        steps,
                        BlastRadius.NONE,
                        PlanBound.of(steps),
                        List.copyOf(warnings),
                        List.of(),
                        new Approval(Approval.Kind.TYPED, done.title()),
                        Optional.of(done.id())));
    }

    private static PlannedStep step(
            int number, PlannedStep undone, ChangePlan plan, Set<Warning> warnings) {
        warnings.addAll(plan.warnings());
        return new PlannedStep(
                number,
                undone.lane(),
                lever(plan.change()),
                undone.connections(),
                new Work.Apply(plan.change()),
                plan.items(),
                List.of(),
                plan.bound());
    }

    private static Lever lever(Change change) {
        return switch (change) {
            case Change.RestoreEntries _ -> Lever.RESTORE_ENTRIES;
            case Change.RevertEntries _ -> Lever.REVERT_ENTRIES;
            case Change.LiftBan _ -> Lever.LIFT_BAN;
            // A containment of a containment: what was restored is deleted again.
            case Change.DeleteEntries _ -> Lever.DELETE_ENTRIES;
            case Change.RestoreGrants _ -> Lever.RESTORE_GRANTS;
            case Change.EndGrants _ -> Lever.END_GRANTS;
            case Change.LiftQuarantine _ -> Lever.LIFT_QUARANTINE;
            case Change.Quarantine _ -> Lever.QUARANTINE;
            default -> throw new IllegalArgumentException("nothing puts this back: " + change);
        };
    }
}
