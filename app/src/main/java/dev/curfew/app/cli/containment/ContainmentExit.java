package dev.curfew.app.cli.containment;

import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepState;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;
import java.util.Optional;

/** With which code a command ends. */
final class ContainmentExit {
    private ContainmentExit() {}

    /**
     * 0: all in force; 45: an endpoint contradicts the bound, or a step is contradicted; 46:
     * something was put back; 1: a part; else why nothing was done.
     */
    static int code(ContainmentState state) {
        if (state.isContradicted()) {
            return Reason.CONTRADICTED.exitCode();
        }
        if (state.succeeded()) {
            return 0;
        }
        if (state.count(StepState.REVERTED) > 0) {
            return Reason.REVERTED.exitCode();
        }
        if (state.count(StepState.CONTRADICTED) > 0) {
            return Reason.CONTRADICTED.exitCode();
        }
        boolean some = state.steps().stream().anyMatch(step -> step.state().isInForce());
        return some
                ? 1
                : firstFailure(state)
                        .map(why -> why.reason().exitCode())
                        .orElse(Reason.CANCELLED.exitCode());
    }

    static Optional<Failure> firstFailure(ContainmentState state) {
        return state.steps().stream().flatMap(step -> step.failure().stream()).findFirst();
    }
}
