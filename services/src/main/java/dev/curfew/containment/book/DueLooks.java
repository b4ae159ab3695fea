package dev.curfew.containment.book;

import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When servers are to be looked at once more: as soon as the time of a kind of credential is over,
 * so that "ended" rests on what a server said after that moment. Pure.
 */
final class DueLooks {
    private DueLooks() {}

    /**
     * @param since the moment that has passed
     */
    record Look(PlannedStep step, String connection, Instant since) {}

    /** Looks that are due and were not made, or gave no answer. */
    static List<Look> of(ContainmentState state, Instant now) {
        List<Look> due = new ArrayList<>();
        for (PlannedStep step : state.plan().steps()) {
            StepReport report = state.step(step);
            Optional<Instant> passed =
                    ends(state, step, now)
                            .filter(at -> !at.isAfter(now))
                            .max(Comparator.naturalOrder());
            if (passed.isPresent() && report.state().isInForce()) {
                for (String connection : step.connections()) {
                    if (!isLookedAt(report, connection, passed.get())) {
                        due.add(new Look(step, connection, passed.get()));
                    }
                }
            }
        }
        return due;
    }

    /** When the next time is over; empty: none is running. */
    static Optional<Instant> next(ContainmentState state, Instant now) {
        return state.plan().steps().stream()
                .filter(step -> state.step(step).state().isInForce())
                .flatMap(step -> ends(state, step, now))
                .filter(at -> at.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    /** Whether such a look was asked for before and gave no answer. */
    static boolean wasUnreadable(ContainmentState state, Look look) {
        return after(state.step(look.step()), look.connection(), look.since())
                .findAny()
                .isPresent();
    }

    private static boolean isLookedAt(StepReport report, String connection, Instant since) {
        return after(report, connection, since)
                .anyMatch(proof -> proof.verdict() != Proof.Verdict.UNREADABLE);
    }

    private static Stream<Proof> after(StepReport report, String connection, Instant since) {
        return report.proofs().stream()
                .filter(proof -> proof.connection().equals(connection))
                .filter(proof -> !proof.at().isBefore(since));
    }

    private static Stream<Instant> ends(ContainmentState state, PlannedStep step, Instant now) {
        return Residuals.of(state, now).stream()
                .filter(residual -> residual.step() == step.number())
                .map(Residual::by)
                .flatMap(Optional::stream);
    }
}
