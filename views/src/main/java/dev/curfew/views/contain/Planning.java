package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.PlanDrift;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the plans that a page shows. Any thread; may block for the store. */
final class Planning {
    private final ContainServices services;

    Planning(ContainServices services) {
        this.services = services;
    }

    /**
     * What is to be planned.
     *
     * @param current the connection on screen, which is written through first
     */
    record Wanted(
            PlanSource source,
            Options options,
            List<DeclaredEndpoint> endpoints,
            Optional<String> current) {}

    record Made(Map<Strength, ContainmentPlan> plans, List<Difference> drift) {}

    Outcome<Made> make(Wanted wanted, Estate estate) {
        return switch (wanted.source()) {
            case PlanSource.Fresh(var target) ->
                    services.planner()
                            .sideBySide(
                                    new ContainmentRequest(
                                            target,
                                            Strength.CONTAIN,
                                            wanted.options(),
                                            connections(wanted.current(), estate),
                                            wanted.endpoints()),
                                    estate)
                            .map(plans -> new Made(plans, List.of()));
            case PlanSource.Restore(var id) ->
                    restore(id, estate).map(plan -> alone(plan, List.of()));
            case PlanSource.Saved(_, var saved) ->
                    saved.restores()
                            .map(id -> restore(id, estate))
                            .orElseGet(() -> services.planner().plan(saved.request(), estate))
                            .map(fresh -> alone(fresh, PlanDrift.between(saved, fresh)));
        };
    }

    private static Made alone(ContainmentPlan plan, List<Difference> drift) {
        return new Made(Map.of(plan.request().strength(), plan), drift);
    }

    private Outcome<ContainmentPlan> restore(String id, Estate estate) {
        Optional<Kept> done = services.book().find(id);
        return done.isEmpty()
                ? Outcome.failed(
                        Reason.NOT_FOUND, "containment " + id, "the journal has none of that id")
                : services.restores().plan(done.get().state().plan(), estate);
    }

    private static List<String> connections(Optional<String> current, Estate estate) {
        return Stream.of(
                        current.stream(),
                        estate.servers().stream().map(ServerEstate::name),
                        estate.backends().stream().map(BackendEstate::name))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
