package dev.curfew.containment.book;

import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.scope.ContainmentTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A containment as the book has it. Immutable.
 *
 * @param runsHere this process runs it now
 * @param wish what was asked of the run and may not have come about yet
 * @param restoredBy the containment that put it back; empty: none did
 */
public record Kept(
        ContainmentState state, boolean runsHere, Wish wish, Optional<String> restoredBy) {
    public enum Wish {
        NONE,
        HOLD,
        ABORT
    }

    public String id() {
        return state.id();
    }

    public boolean isRestore() {
        return state.plan().restores().isPresent();
    }

    public boolean isCutOff() {
        return state.phase() == Phase.CUT_OFF && !runsHere;
    }

    /** What is left open, the longest first. What was put back by us is issued anew. */
    public List<Residual> residuals(Instant now) {
        List<Residual> all = Residuals.of(state, now);
        return restoredBy.isEmpty()
                ? all
                : all.stream()
                        .map(r ->
                                new Residual(
                                        r.containmentId(),
                                        r.title(),
                                        r.step(),
                                        r.connection(),
                                        r.kind(),
                                        r.by(),
                                        Residual.State.REVERTED))
                        .toList();
    }

    /**
     * What is left of the target alone, the longest first. A ban on top of the entries of an
     * identity ends nothing of it later than they do: what else its node holds is another matter.
     */
    public List<Residual> ofTarget(Instant now) {
        boolean byEntries =
                !(state.plan().request().target() instanceof ContainmentTarget.NodeWithWorkloads)
                        && state.plan().steps().stream()
                                .anyMatch(step -> step.lever() != Lever.BAN_NODE);
        return residuals(now).stream()
                .filter(residual ->
                        !byEntries
                                || state.plan()
                                        .step(residual.step())
                                        .filter(step -> step.lever() == Lever.BAN_NODE)
                                        .isEmpty())
                .toList();
    }

    /** Something that it should end can still act, or nobody knows. */
    public boolean canStillAct(Instant now) {
        return restoredBy.isEmpty() && ofTarget(now).stream().anyMatch(Residual::isOpen);
    }
}
