package dev.curfew.containment.residual;

import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.exposure.Bound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is left open of containments at a moment. Pure; any thread. */
public final class Residuals {
    private Residuals() {}

    /** The longest first; those without a bound before all. */
    public static List<Residual> of(ContainmentState containment, Instant now) {
        return sorted(
                asBounded(containment, now).stream()
                        .map(residual -> contradicted(residual, containment))
                        .toList());
    }

    /** The same by the bounds alone, whatever endpoints presented. */
    public static List<Residual> asBounded(ContainmentState containment, Instant now) {
        List<Residual> found = new ArrayList<>();
        for (PlannedStep step : containment.plan().steps()) {
            if (endsCredentials(step.lever())) {
                StepReport report = containment.step(step);
                if (report.state() != StepState.WAITING && report.state() != StepState.SKIPPED) {
                    add(containment, step, report, now, found);
                }
            }
        }
        return sorted(found);
    }

    private static List<Residual> sorted(List<Residual> residuals) {
        return residuals.stream()
                .sorted(
                        Comparator.comparing(
                                        (Residual residual) -> residual.by().orElse(Instant.MAX))
                                .reversed())
                .toList();
    }

    /** Putting something back ends nothing; a rotation shortens what the others left. */
    private static boolean endsCredentials(Lever lever) {
        return switch (lever) {
            case TIGHTEN_ENTRIES, DELETE_ENTRIES, BAN_NODE -> true;
            case RETIRE_X509,
                    RETIRE_JWT,
                    ROTATE_X509,
                    ROTATE_JWT,
                    RESTORE_ENTRIES,
                    REVERT_ENTRIES,
                    LIFT_BAN,
                    // Over once proved; they end no credential.
                    END_GRANTS,
                    TIGHTEN_GRANTS,
                    RESTORE_GRANTS,
                    QUARANTINE,
                    LIFT_QUARANTINE ->
                    false;
        };
    }

    private static void add(
            ContainmentState containment,
            PlannedStep step,
            StepReport report,
            Instant now,
            List<Residual> into) {
        for (Kind kind : List.of(Kind.X509_SVID, Kind.JWT_SVID)) {
            Optional<Instant> by =
                    earlier(
                            report.bound().flatMap(b -> of(kind, b).at()),
                            afterRotation(containment, step, kind));
            into.add(
                    new Residual(
                            containment.id(),
                            containment.plan().title(),
                            step.number(),
                            report.through().orElse(step.writer()),
                            kind,
                            by,
                            state(report, by, now)));
        }
    }

    /** What was seen to outlive its bound has none that can be counted on. */
    private static Residual contradicted(Residual residual, ContainmentState containment) {
        return residual.kind() == Kind.X509_SVID && containment.isContradicted()
                ? new Residual(
                        residual.containmentId(),
                        residual.title(),
                        residual.step(),
                        residual.connection(),
                        residual.kind(),
                        Optional.empty(),
                        residual.state() == State.REVERTED ? State.REVERTED : State.UNKNOWN)
                : residual;
    }

    private static Bound of(Kind kind, dev.curfew.exposure.ExposureBound bound) {
        return kind == Kind.X509_SVID ? bound.x509Dead() : bound.jwtDead();
    }

    /** Where every server of the step has rotated, what was signed before is dead with the last. */
    private static Optional<Instant> afterRotation(
            ContainmentState containment, PlannedStep step, Kind kind) {
        Lever rotation = kind == Kind.X509_SVID ? Lever.ROTATE_X509 : Lever.ROTATE_JWT;
        Optional<Instant> latest = Optional.empty();
        for (String connection : step.connections()) {
            Optional<Instant> dead =
                    containment.plan().steps().stream()
                            .filter(s ->
                                    s.lever() == rotation && s.connections().contains(connection))
                            .filter(s -> s.work() instanceof Work.Rotate(_, var none) && none)
                            .map(containment::step)
                            .filter(report -> report.state() == StepState.CONFIRMED)
                            .flatMap(report -> report.bound().stream())
                            .flatMap(bound -> of(kind, bound).at().stream())
                            .findFirst();
            if (dead.isEmpty()) {
                return Optional.empty();
            }
            latest = latest.filter(at -> at.isAfter(dead.get())).or(() -> dead);
        }
        return latest;
    }

    private static Optional<Instant> earlier(Optional<Instant> a, Optional<Instant> b) {
        return a.isEmpty() || (b.isPresent() && b.get().isBefore(a.get())) ? b : a;
    }

    private static State state(StepReport report, Optional<Instant> by, Instant now) {
        return switch (report.state()) {
            case REVERTED -> State.REVERTED;
            case CONFIRMED, ACCEPTED ->
                    by.isEmpty()
                            ? State.UNBOUNDED
                            : by.get().isAfter(now) ? State.RUNNING : State.ENDED;
            default -> State.UNKNOWN;
        };
    }

    /** When the last of these with a bound is over; empty: none is running. */
    public static Optional<Instant> lastEnd(List<Residual> residuals) {
        return residuals.stream()
                .filter(residual -> residual.state() == State.RUNNING)
                .flatMap(residual -> residual.by().stream())
                .max(Comparator.naturalOrder());
    }
}
