package dev.curfew.containment.plan;

import dev.curfew.containment.Change;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangePlan.Warning;
import dev.curfew.containment.Planner;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastFinder;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.scope.Scope;
import dev.curfew.containment.scope.ScopeFinder;
import dev.curfew.estate.EntryView;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans containments from what is known of the servers now. Nothing is sent. Any thread. */
public final class ContainmentPlanner {
    /** What the planner of changes warns of and the blast radius says already. */
    private static final Set<String> SAID_BY_BLAST =
            Set.of(
                    "sharedGoesOn",
                    "alsoHit",
                    "downstream",
                    "storedCopies",
                    "banHits",
                    "servedElsewhere",
                    "asWantedAlready");

    private final InstantSource clock;
    private final Function<Instant, String> ids;
    private final Planner changes;

    /**
     * @param ids makes an id for a containment planned at a moment; never the same twice
     */
    public ContainmentPlanner(InstantSource clock, Function<Instant, String> ids, Planner changes) {
        this.clock = clock;
        this.ids = ids;
        this.changes = changes;
    }

    /** NOT_FOUND and INVALID_QUERY as {@link ScopeFinder}; all else stands in the plan. */
    public Outcome<ContainmentPlan> plan(ContainmentRequest request, Estate estate) {
        Instant now = clock.instant();
        return switch (ScopeFinder.find(request.target(), estate, request.connections(), now)) {
            case Outcome.Ok<Scope>(var scope) ->
                    Outcome.ok(new Drafting(request, scope, estate, now).plan());
            case Outcome.Failed<Scope>(var failure) -> {
                // A policy may know an agent that no server knows.
                Scope nothing = new Scope(request.target(), List.of(), List.of());
                GrantDrafting grants = new GrantDrafting(request, nothing, estate, changes, now);
                yield failure.reason() == Reason.NOT_FOUND && grants.findsAny()
                        ? Outcome.ok(new Drafting(request, nothing, estate, now).plan())
                        : Outcome.failed(failure);
            }
        };
    }

    /** All three strengths side by side, for choosing. */
    public Outcome<Map<Strength, ContainmentPlan>> sideBySide(
            ContainmentRequest request, Estate estate) {
        Map<Strength, ContainmentPlan> plans = new LinkedHashMap<>();
        for (Strength strength : Strength.values()) {
            switch (plan(request.with(strength), estate)) {
                case Outcome.Failed<ContainmentPlan>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Ok<ContainmentPlan>(var plan) -> plans.put(strength, plan);
            }
        }
        return Outcome.ok(plans);
    }

    private final class Drafting {
        private final ContainmentRequest request;
        private final Scope scope;
        private final Estate estate;
        private final Instant now;
        private final List<PlannedStep> steps = new ArrayList<>();
        private final Set<Warning> warnings = new LinkedHashSet<>();
        private final List<Failure> refusals = new ArrayList<>();
        private final List<RegistrationEntry> ended = new ArrayList<>();
        private final Map<SpiffeId, Node> banned = new LinkedHashMap<>();

        Drafting(ContainmentRequest request, Scope scope, Estate estate, Instant now) {
            this.request = request;
            this.scope = scope;
            this.estate = estate;
            this.now = now;
        }

        ContainmentPlan plan() {
            GrantDrafting grants = new GrantDrafting(request, scope, estate, changes, now);
            steps.addAll(grants.steps());
            int firstLane = steps.size();
            for (int part = 0; part < scope.parts().size(); part++) {
                lane(firstLane + part, scope.parts().get(part));
            }
            if (steps.isEmpty() && refusals.isEmpty()) {
                refusals.add(
                        new Failure(
                                Reason.INVALID_INPUT,
                                request.target().subject(),
                                "nothing is left to be done: it is as wanted already"));
            }
            refuseStrangers();
            ExposureBound bound = PlanBound.of(steps);
            BlastRadius blast =
                    new BlastFinder(scope, estate, request.strength(), ended, banned.values())
                            .find(bound)
                            .and(grants.blast());
            return new ContainmentPlan(
                    ids.apply(now),
                    now,
                    request,
                    scope,
                    steps,
                    blast,
                    bound,
                    List.copyOf(warnings),
                    refusals,
                    approval(),
                    Optional.empty());
        }

        /** An endpoint of somebody else would prove nothing of what is contained. */
        private void refuseStrangers() {
            Set<SpiffeId> meant =
                    scope.entries().stream()
                            .map(RegistrationEntry::spiffeId)
                            .collect(Collectors.toSet());
            request.endpoints().stream()
                    .filter(declared -> !meant.contains(declared.id()))
                    .map(declared ->
                            new Failure(
                                    Reason.INVALID_INPUT,
                                    "the endpoint " + declared,
                                    declared.id() + " is not what is contained"))
                    .forEach(refusals::add);
        }

        private void lane(int lane, Scope.Part part) {
            Optional<ServerEstate> server = estate.server(part.writer());
            if (server.isEmpty()) {
                return;
            }
            switch (request.strength()) {
                case TIGHTEN -> tighten(lane, part, server.get());
                case CONTAIN -> contain(lane, part, server.get());
                case SEVER -> {
                    contain(lane, part, server.get());
                    sever(lane, part);
                }
            }
        }

        private void tighten(int lane, Scope.Part part, ServerEstate server) {
            List<RegistrationEntry> issuing =
                    part.entries().stream().filter(entry -> !entry.isNodeAlias()).toList();
            if (issuing.isEmpty()) {
                return;
            }
            ended.addAll(issuing);
            ContainmentRequest.Options options = request.options();
            add(
                    lane,
                    part,
                    server,
                    Lever.TIGHTEN_ENTRIES,
                    new Change.Tighten(
                            issuing,
                            options.x509Seconds(),
                            options.jwtSeconds(),
                            options.expiresAtSeconds()));
        }

        /** For a node the node comes first, for an identity its entries. */
        private void contain(int lane, Scope.Part part, ServerEstate server) {
            List<Node> nodes =
                    !part.nodes().isEmpty()
                            ? part.nodes()
                            : request.options().banNodes() ? part.servedBy() : List.of();
            List<RegistrationEntry> entries = entriesToDelete(part, server);
            nodes.stream().filter(n -> !n.banned()).forEach(n -> banned.put(n.id(), n));
            ended.addAll(entries);
            boolean nodesFirst = !part.nodes().isEmpty();
            if (nodesFirst) {
                nodes.forEach(node -> ban(lane, part, server, node));
            }
            if (!entries.isEmpty()) {
                add(lane, part, server, Lever.DELETE_ENTRIES, new Change.DeleteEntries(entries));
            }
            if (!nodesFirst) {
                nodes.forEach(node -> ban(lane, part, server, node));
            }
        }

        private void ban(int lane, Scope.Part part, ServerEstate server, Node node) {
            if (!node.banned()) {
                add(lane, part, server, Lever.BAN_NODE, new Change.BanNode(node));
            }
        }

        /** What other nodes serve as well does not end with this one; it is left alone. */
        private List<RegistrationEntry> entriesToDelete(Scope.Part part, ServerEstate server) {
            if (part.nodes().isEmpty()) {
                return part.entries();
            }
            Set<SpiffeId> meant = part.nodes().stream().map(Node::id).collect(Collectors.toSet());
            return server.entries().value().derived().map(EntryView.Derived::entitlements).stream()
                    .flatMap(entitlements ->
                            part.entries().stream()
                                    .filter(entry ->
                                            entitlements.nodesOf(entry).stream()
                                                    .allMatch(node -> meant.contains(node.id()))))
                    .toList();
        }

        private void sever(int lane, Scope.Part part) {
            List<ServerEstate> servers =
                    part.connections().stream()
                            .flatMap(name -> estate.server(name).stream())
                            .toList();
            for (SeverSteps.Step step : SeverSteps.of(servers, now, warnings, refusals)) {
                steps.add(
                        new PlannedStep(
                                steps.size() + 1,
                                lane,
                                step.lever(),
                                part.connections(),
                                step.work(),
                                step.items(),
                                List.of(),
                                step.bound()));
            }
        }

        private void add(
                int lane, Scope.Part part, ServerEstate server, Lever lever, Change change) {
            ChangePlan plan = changes.plan(change, server);
            plan.warnings().stream()
                    .filter(warning -> !SAID_BY_BLAST.contains(warning.key()))
                    .forEach(warnings::add);
            if (isDoneAlready(plan)) {
                warnings.add(Warning.of("doneAlready", plan.connection()));
                return;
            }
            refusals.addAll(plan.refusals());
            steps.add(
                    new PlannedStep(
                            steps.size() + 1,
                            lane,
                            lever,
                            part.connections(),
                            new Work.Apply(change),
                            plan.items(),
                            spared(change, server),
                            plan.bound()));
        }

        private static List<String> spared(Change change, ServerEstate server) {
            if (!(change instanceof Change.DeleteEntries(var deleted))) {
                return List.of();
            }
            Set<String> meant =
                    deleted.stream().map(RegistrationEntry::id).collect(Collectors.toSet());
            return server.entries().value().derived().stream()
                    .flatMap(derived ->
                            deleted.stream()
                                    .map(RegistrationEntry::spiffeId)
                                    .distinct()
                                    .flatMap(id -> derived.index().withIdentity(id).stream()))
                    .map(RegistrationEntry::id)
                    .filter(id -> !meant.contains(id))
                    .distinct()
                    .toList();
        }

        private static boolean isDoneAlready(ChangePlan plan) {
            return plan.items().stream().allMatch(item -> item.changes().isEmpty())
                    && plan.refusals().size() == 1;
        }

        private Approval approval() {
            return switch (request.strength()) {
                case TIGHTEN -> new Approval(Approval.Kind.PLAIN, "");
                case CONTAIN -> new Approval(Approval.Kind.TYPED, request.target().title());
                case SEVER ->
                        new Approval(
                                Approval.Kind.SECOND_OR_PHRASE,
                                "sever "
                                        + scope.parts().stream()
                                                .flatMap(part -> part.trustDomain().stream())
                                                .map(Object::toString)
                                                .distinct()
                                                .collect(Collectors.joining(" and ")));
            };
        }
    }
}
