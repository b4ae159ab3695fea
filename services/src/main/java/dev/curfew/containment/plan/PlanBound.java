package dev.curfew.containment.plan;

import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What stays open of a whole plan: of each line the latest over its steps. Where the authorities of
 * all its servers are rotated, and none that may have signed stays trusted, what the other steps
 * leave is dead with the last revocation at the latest. Pure.
 */
final class PlanBound {
    private static final ExposureBound NOTHING =
            new ExposureBound(
                    Bound.UNKNOWN,
                    Bound.UNKNOWN,
                    Bound.UNKNOWN,
                    Bound.UNKNOWN,
                    List.of("endsNothing"));

    private PlanBound() {}

    static ExposureBound of(List<PlannedStep> steps) {
        List<ExposureBound> changes =
                steps.stream()
                        .filter(step -> step.work() instanceof Work.Apply)
                        .filter(step -> !step.isOfGrants() && !isOnTop(step, steps))
                        .map(PlannedStep::bound)
                        .toList();
        List<ExposureBound> grants =
                steps.stream().filter(PlannedStep::isOfGrants).map(PlannedStep::bound).toList();
        if (changes.isEmpty()) {
            return grants.isEmpty() ? NOTHING : ExposureBound.latest(grants);
        }
        ExposureBound left = leavingToo(ExposureBound.latest(changes), grants);
        Optional<Bound> x509 = rotated(steps, Lever.ROTATE_X509, ExposureBound::x509Dead);
        Optional<Bound> jwt = rotated(steps, Lever.ROTATE_JWT, ExposureBound::jwtDead);
        if (x509.isEmpty() && jwt.isEmpty()) {
            return left;
        }
        Set<String> open = new LinkedHashSet<>(left.notCovered());
        steps.forEach(step -> open.addAll(step.bound().notCovered()));
        return new ExposureBound(
                left.issuanceStops(),
                left.nodesKnow(),
                x509.map(bound -> earlier(left.x509Dead(), bound)).orElse(left.x509Dead()),
                jwt.map(bound -> earlier(left.jwtDead(), bound)).orElse(left.jwtDead()),
                new ArrayList<>(open));
    }

    /** Grants end no credential; what they leave open stays open beside what credentials do. */
    private static ExposureBound leavingToo(ExposureBound of, List<ExposureBound> grants) {
        List<String> open = new ArrayList<>(of.notCovered());
        grants.forEach(bound -> open.addAll(bound.notCovered()));
        open.remove("grantsOnly");
        return new ExposureBound(
                of.issuanceStops(), of.nodesKnow(), of.x509Dead(), of.jwtDead(), open);
    }

    /**
     * A ban after the entries of what is meant: those are dead with their own bound, and what else
     * the node holds is not what the plan is about.
     */
    private static boolean isOnTop(PlannedStep step, List<PlannedStep> steps) {
        return step.lever() == Lever.BAN_NODE
                && steps.stream()
                        .anyMatch(earlier ->
                                earlier.lever() == Lever.DELETE_ENTRIES
                                        && earlier.lane() == step.lane()
                                        && earlier.number() < step.number());
    }

    /** Empty where a server of a change is not rotated, or one of its other authorities stays. */
    private static Optional<Bound> rotated(
            List<PlannedStep> steps, Lever lever, Function<ExposureBound, Bound> line) {
        List<PlannedStep> rotations = steps.stream().filter(step -> step.lever() == lever).toList();
        boolean all =
                steps.stream()
                        .filter(step -> step.work() instanceof Work.Apply && !step.isOfGrants())
                        .flatMap(step -> step.connections().stream())
                        .allMatch(connection ->
                                rotations.stream()
                                        .anyMatch(r -> r.connections().contains(connection)));
        boolean leavesNone =
                rotations.stream()
                        .allMatch(step -> step.work() instanceof Work.Rotate(_, var none) && none);
        return all && leavesNone
                ? rotations.stream().map(PlannedStep::bound).map(line).reduce(Bound::latest)
                : Optional.empty();
    }

    private static Bound earlier(Bound one, Bound other) {
        return Bound.latest(one, other) == one ? other : one;
    }
}
