package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.PlannedChange;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.GrantView;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.policy.Relationship;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan would do to the grants that were read, step by step. Derived from what is known;
 * nothing is sent by asking. Immutable, any thread.
 *
 * @param changes to grants that were read
 * @param unissued identities that no registration entry gives any more then; what was issued before
 *     counts until it ends
 * @param beside steps that change no grant that was read
 * @param leftOut backends that the plan does not write to, or could not be read completely
 */
public record PlanEffect(
        ContainmentPlan plan,
        List<PlannedChange> changes,
        SortedSet<SpiffeId> unissued,
        List<PlannedStep> beside,
        SortedSet<String> leftOut) {

    public PlanEffect {
        changes = List.copyOf(changes);
        unissued = Collections.unmodifiableSortedSet(unissued);
        beside = List.copyOf(beside);
        leftOut = Collections.unmodifiableSortedSet(leftOut);
    }

    /** Goes over all grants of the backends that are written to, so not on the JavaFX thread. */
    public static PlanEffect of(ContainmentPlan plan, Estate estate) {
        List<PlannedChange> changes = new ArrayList<>();
        List<PlannedStep> beside = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            List<PlannedChange> made = changes(step, estate);
            changes.addAll(made);
            if (made.isEmpty()) {
                beside.add(step);
            }
        }
        return new PlanEffect(plan, changes, unissued(plan, estate), beside, leftOut(plan, estate));
    }

    /** Identities, in a fixed order. */
    static SortedSet<SpiffeId> sorted(Stream<SpiffeId> ids) {
        return ids.collect(
                Collectors.toCollection(
                        () -> new TreeSet<>(Comparator.comparing(SpiffeId::toString))));
    }

    private static List<PlannedChange> changes(PlannedStep step, Estate estate) {
        if (!(step.work() instanceof Work.Apply(Change.OnBackend change))) {
            return List.of();
        }
        return estate.backend(step.writer())
                .map(backend -> changes(change, backend.grants().value()))
                .orElse(List.of());
    }

    private static List<PlannedChange> changes(Change.OnBackend change, GrantView view) {
        return switch (change) {
            case Change.EndGrants(var gone) -> {
                Set<Relationship> ended = Set.copyOf(gone);
                yield view.grants().stream()
                        .filter(grant -> {
                            List<Relationship> by = view.mapped().endedBy(grant);
                            return !by.isEmpty() && ended.containsAll(by);
                        })
                        .<PlannedChange>map(grant -> new PlannedChange.TakeAway(grant.id()))
                        .toList();
            }
            case Change.TightenGrants(var shortened, var end) -> {
                Set<Relationship> earlier = Set.copyOf(shortened);
                yield view.grants().stream()
                        .filter(grant -> isShort(view.mapped().endedBy(grant), earlier, end))
                        .<PlannedChange>map(grant -> new PlannedChange.Shorten(grant.id(), end))
                        .toList();
            }
            case Change.Quarantine(var ids) -> {
                Set<SpiffeId> denied = Set.copyOf(ids);
                yield view.grants().stream()
                        .filter(grant -> isAskedForBy(grant, denied))
                        .<PlannedChange>map(grant -> new PlannedChange.Refuse(grant.id()))
                        .toList();
            }
            case Change.RestoreGrants(var back) ->
                    view.putBackBy(back).stream()
                            .<PlannedChange>map(PlannedChange.PutBack::new)
                            .toList();
            // What was denied to them was never taken from the grants that were read.
            case Change.LiftQuarantine _ -> List.of();
        };
    }

    /** Whether nothing that it rests on lasts longer, and something of it is shortened. */
    private static boolean isShort(
            List<Relationship> restsOn, Set<Relationship> earlier, Instant end) {
        return restsOn.stream().anyMatch(earlier::contains)
                && restsOn.stream()
                        .allMatch(one ->
                                earlier.contains(one)
                                        || one.notAfter()
                                                .filter(at -> !at.isAfter(end))
                                                .isPresent());
    }

    /** Who is denied can not ask by it; those to whom it has passed something ask by themselves. */
    private static boolean isAskedForBy(Grant grant, Set<SpiffeId> denied) {
        return grant.isRight()
                && (grant.kind() == Grant.Kind.DELEGATES ? grant.to() : grant.from())
                        .spiffeId()
                        .filter(denied::contains)
                        .isPresent();
    }

    /** None while a server's entries are not all known: one that was not read may give it too. */
    private static SortedSet<SpiffeId> unissued(ContainmentPlan plan, Estate estate) {
        Set<String> deleted = new HashSet<>();
        Set<SpiffeId> ids = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            if (step.work() instanceof Work.Apply(Change.DeleteEntries(var seen))) {
                for (RegistrationEntry entry : seen) {
                    deleted.add(entry.id());
                    ids.add(entry.spiffeId());
                }
            }
        }
        if (!estate.servers().stream().allMatch(server -> server.entries().isWhole())) {
            ids.clear();
        }
        if (!ids.isEmpty()) {
            estate.servers().stream()
                    .flatMap(server -> server.entries().value().entries().stream())
                    .filter(entry -> !deleted.contains(entry.id()))
                    .map(RegistrationEntry::spiffeId)
                    .forEach(ids::remove);
        }
        return sorted(ids.stream());
    }

    private static SortedSet<String> leftOut(ContainmentPlan plan, Estate estate) {
        return estate.backends().stream()
                .filter(backend ->
                        !backend.grants().isWhole()
                                || !plan.request().connections().contains(backend.name()))
                .map(BackendEstate::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
