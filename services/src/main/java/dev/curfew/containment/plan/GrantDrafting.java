package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.containment.scope.Scope;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.policy.PolicyCapability;
import dev.curfew.policy.Relationship;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The steps of a containment on policy backends. They come before those on servers and in lanes of
 * their own: a backend decides at the next request, and one that does not answer holds up nothing.
 */
final class GrantDrafting {
    /** So many are named one by one; the rest is counted. */
    private static final int NAMED = 5;

    private final ContainmentRequest request;
    private final Instant now;
    private final Planner changes;
    private final Estate estate;
    private final Map<BackendEstate, GrantCuts> cuts = new LinkedHashMap<>();
    private final List<SpiffeId> meant;

    GrantDrafting(
            ContainmentRequest request, Scope scope, Estate estate, Planner changes, Instant now) {
        this.request = request;
        this.estate = estate;
        this.changes = changes;
        this.now = now;
        Set<SpiffeId> all = meant(request.target(), scope);
        meant = all.stream().sorted(Comparator.comparing(SpiffeId::toString)).toList();
        boolean andBelow = request.target() instanceof ContainmentTarget.ChainRoot;
        for (String connection : request.connections()) {
            estate.backend(connection)
                    .ifPresent(backend ->
                            cuts.put(backend, GrantCuts.of(backend, all, andBelow, now)));
        }
    }

    private static Set<SpiffeId> meant(ContainmentTarget target, Scope scope) {
        Set<SpiffeId> meant =
                scope.entries().stream()
                        .map(RegistrationEntry::spiffeId)
                        .collect(Collectors.toCollection(HashSet::new));
        switch (target) {
            case ContainmentTarget.Identities(var ids) -> meant.addAll(ids);
            case ContainmentTarget.ChainRoot(var root) -> meant.add(root);
            default -> {}
        }
        return meant;
    }

    boolean findsAny() {
        return cuts.values().stream().anyMatch(cut -> !cut.grants().isEmpty());
    }

    /** Numbered from 1, one backend a lane from 0. */
    List<PlannedStep> steps() {
        List<PlannedStep> steps = new ArrayList<>();
        cuts.forEach((backend, cut) ->
                change(backend, cut)
                        .flatMap(change -> changes.plan(change, backend.name(), estate))
                        .ifPresent(plan -> steps.add(step(steps.size(), plan))));
        return steps;
    }

    private static PlannedStep step(int lane, ChangePlan plan) {
        return new PlannedStep(
                lane + 1,
                lane,
                switch (plan.change()) {
                    case Change.TightenGrants _ -> Lever.TIGHTEN_GRANTS;
                    case Change.Quarantine _ -> Lever.QUARANTINE;
                    default -> Lever.END_GRANTS;
                },
                List.of(plan.connection()),
                new Work.Apply(plan.change()),
                plan.items(),
                List.of(),
                plan.bound());
    }

    private Optional<Change.OnBackend> change(BackendEstate backend, GrantCuts cut) {
        if (request.strength() != Strength.TIGHTEN && backend.can(PolicyCapability.QUARANTINE)) {
            return meant.isEmpty() ? Optional.empty() : Optional.of(new Change.Quarantine(meant));
        }
        if (request.strength() != Strength.TIGHTEN) {
            List<Relationship> ending = List.copyOf(cut.relationships(backend));
            return ending.isEmpty() || !backend.can(PolicyCapability.END)
                    ? Optional.empty()
                    : Optional.of(new Change.EndGrants(ending));
        }
        return end().filter(_ -> backend.can(PolicyCapability.TIGHTEN))
                .map(end -> new Change.TightenGrants(shortened(backend, cut, end), end))
                .filter(change -> !change.relationships().isEmpty())
                .map(Change.OnBackend.class::cast);
    }

    private Optional<Instant> end() {
        return request.options().expiresAtSeconds().map(Instant::ofEpochSecond);
    }

    /** What ends sooner by itself stays as it is; what has no end can only be ended. */
    private static List<Relationship> shortened(BackendEstate backend, GrantCuts cut, Instant end) {
        return cut.relationships(backend).stream()
                .filter(one -> one.notAfter().filter(end::isBefore).isPresent())
                .toList();
    }

    BlastRadius blast() {
        List<Hit> ends = new ArrayList<>();
        List<Hit> never = new ArrayList<>();
        List<Hit> also = new ArrayList<>();
        cuts.forEach((backend, cut) -> {
            Optional<Change.OnBackend> change = change(backend, cut);
            int wanted = cut.relationships(backend).size();
            if (change.isPresent() && change.get() instanceof Change.Quarantine) {
                ends.add(Hit.of("quarantine", backend.name()).by(Optional.of(now)));
                return;
            }
            int done =
                    change.map(one ->
                                    one instanceof Change.OfGrants grants
                                            ? grants.relationships().size()
                                            : 0)
                            .orElse(0);
            if (done > 0) {
                ends.add(
                        Hit.of("grants", done, backend.name())
                                .by(
                                        request.strength() == Strength.TIGHTEN
                                                ? end()
                                                : Optional.of(now)));
                if (!cut.delegates().isEmpty()) {
                    also.add(Hit.of("delegates", cut.delegates().size(), names(cut.delegates())));
                }
            }
            if (done < wanted) {
                never.add(Hit.of("grantsStay", wanted - done, backend.name()));
            }
            if (!cut.toEveryone().isEmpty()) {
                never.add(
                        Hit.of(
                                "grantsToEveryone",
                                cut.toEveryone().size(),
                                backend.name(),
                                what(cut.toEveryone())));
            }
            if (!backend.grants().isWhole()) {
                never.add(Hit.of("unread", backend.name()));
            }
        });
        return request.strength() == Strength.TIGHTEN
                ? new BlastRadius(List.of(), ends, never, also)
                : new BlastRadius(ends, List.of(), never, also);
    }

    private static String names(Collection<Party> parties) {
        String named =
                parties.stream()
                        .limit(NAMED)
                        .map(Party::shortName)
                        .collect(Collectors.joining(", "));
        return parties.size() <= NAMED ? named : named + " …";
    }

    private static String what(List<Grant> grants) {
        return names(grants.stream().map(Grant::to).distinct().toList());
    }
}
