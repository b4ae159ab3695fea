package dev.curfew.containment.run;

import dev.curfew.containment.Confirmation;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.sighting.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A containment as it is at a moment. Immutable.
 *
 * @param steps one for each step of the plan, in its order
 * @param sightings what endpoints of its targets presented, oldest first
 * @param nextLookAt when the servers are looked at again; empty: no look is due
 * @param endedAt when the last step and look ended; exposure may go on
 */
public record ContainmentState(
        ContainmentPlan plan,
        Confirmation confirmation,
        Instant startedAt,
        Phase phase,
        List<StepReport> steps,
        List<Sighting> sightings,
        Optional<Instant> nextLookAt,
        Optional<Instant> endedAt) {
    public enum Phase {
        RUNNING,
        /** No step begins until it is let go on. */
        HELD,
        /** All steps are over; the servers are looked at again. */
        WATCHING,
        /** Steps and looks are over. */
        ENDED,
        /** Ended by the operator before all steps were begun. */
        ABORTED,
        /** Its process died; what it did is known from the journal and it can be gone on with. */
        CUT_OFF
    }

    public ContainmentState {
        steps = List.copyOf(steps);
        sightings = List.copyOf(sightings);
    }

    /** Without sightings. */
    public ContainmentState(
            ContainmentPlan plan,
            Confirmation confirmation,
            Instant startedAt,
            Phase phase,
            List<StepReport> steps,
            Optional<Instant> nextLookAt,
            Optional<Instant> endedAt) {
        this(plan, confirmation, startedAt, phase, steps, List.of(), nextLookAt, endedAt);
    }

    public static ContainmentState begun(
            ContainmentPlan plan, Confirmation confirmation, Instant now) {
        return new ContainmentState(
                plan,
                confirmation,
                now,
                Phase.RUNNING,
                plan.steps().stream().map(step -> StepReport.waiting(step.number())).toList(),
                Optional.empty(),
                Optional.empty());
    }

    public String id() {
        return plan.id();
    }

    public StepReport step(PlannedStep planned) {
        return steps.stream()
                .filter(step -> step.number() == planned.number())
                .findFirst()
                .orElseGet(() -> StepReport.waiting(planned.number()));
    }

    /** Every step is in force, and nothing was put back. */
    public boolean succeeded() {
        return steps.stream()
                .allMatch(step ->
                        step.state() == StepState.CONFIRMED || step.state() == StepState.ACCEPTED);
    }

    /** An endpoint last presented a certificate that lives longer than the bound. */
    public boolean isContradicted() {
        return Sighting.latest(sightings).stream()
                .anyMatch(one -> one.verdict() == Sighting.Verdict.OUTLIVES_BOUND);
    }

    public long count(StepState state) {
        return steps.stream().filter(step -> step.state() == state).count();
    }

    ContainmentState with(StepReport changed) {
        List<StepReport> all = new ArrayList<>(steps);
        all.replaceAll(step -> step.number() == changed.number() ? changed : step);
        return new ContainmentState(
                plan, confirmation, startedAt, phase, all, sightings, nextLookAt, endedAt);
    }

    ContainmentState with(Sighting sighting) {
        List<Sighting> all = new ArrayList<>(sightings);
        all.add(sighting);
        return new ContainmentState(
                plan, confirmation, startedAt, phase, steps, all, nextLookAt, endedAt);
    }

    ContainmentState with(Phase changed) {
        return new ContainmentState(
                plan, confirmation, startedAt, changed, steps, sightings, nextLookAt, endedAt);
    }

    ContainmentState lookingAt(Optional<Instant> next) {
        return new ContainmentState(
                plan, confirmation, startedAt, phase, steps, sightings, next, endedAt);
    }

    ContainmentState ended(Phase how, Instant at) {
        return new ContainmentState(
                plan,
                confirmation,
                startedAt,
                how,
                steps,
                sightings,
                Optional.empty(),
                Optional.of(at));
    }
}
