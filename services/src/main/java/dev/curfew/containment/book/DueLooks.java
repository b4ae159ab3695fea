package dev.curfew.containment.book;

import dev.curfew.containment.Change;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.probe.Presented;
import java.time.Duration;
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
    /**
     * After a quarantine, which has no end of its own: backends write their logs late, and whoever
     * keeps policies elsewhere may take it away.
     */
    private static final List<Duration> IN_QUARANTINE =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15),
                    Duration.ofHours(1));

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

    /** Endpoints that were not looked at since something ran out that they may show. */
    static List<DeclaredEndpoint> endpoints(ContainmentState state, Instant now) {
        Optional<Instant> passed =
                ends(state, now).filter(at -> !at.isAfter(now)).max(Comparator.naturalOrder());
        return state.plan().request().endpoints().stream()
                .filter(_ -> passed.isPresent())
                .filter(declared ->
                        state.sightings().stream()
                                .filter(sighting -> sighting.declared().equals(declared))
                                .noneMatch(sighting -> !sighting.at().isBefore(passed.get())))
                .toList();
    }

    /** When the next of that runs out; empty: nothing does, or nothing is to be looked at. */
    static Optional<Instant> nextOfEndpoints(ContainmentState state, Instant now) {
        return state.plan().request().endpoints().isEmpty()
                ? Optional.empty()
                : ends(state, now).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    /** By the bounds, and by the certificates that were seen. */
    private static Stream<Instant> ends(ContainmentState state, Instant now) {
        return Stream.concat(
                Residuals.asBounded(state, now).stream()
                        .filter(residual -> residual.kind() == Residual.Kind.X509_SVID)
                        .flatMap(residual -> residual.by().stream()),
                Sighting.latest(state.sightings()).stream()
                        .flatMap(sighting -> sighting.seen().stream())
                        .map(Presented::notAfter));
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
        return Stream.concat(
                Residuals.of(state, now).stream()
                        .filter(residual -> residual.step() == step.number())
                        .map(Residual::by)
                        .flatMap(Optional::stream),
                inQuarantine(state, step));
    }

    private static Stream<Instant> inQuarantine(ContainmentState state, PlannedStep step) {
        return step.work() instanceof Work.Apply(Change.Quarantine _)
                ? state.step(step).acceptedAt().stream()
                        .flatMap(at -> IN_QUARANTINE.stream().map(at::plus))
                : Stream.empty();
    }
}
