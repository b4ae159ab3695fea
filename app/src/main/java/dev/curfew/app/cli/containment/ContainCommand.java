package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.action.ExpiryOption;
import dev.curfew.app.cli.action.Ttl;
import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.app.cli.target.Words;
import dev.curfew.containment.Strength;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.containment.approval.SecondApproval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.PlanFile;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import dev.curfew.probe.DeclaredEndpoint;
import io.spiffe.spiffeid.SpiffeId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "contain",
        mixinStandardHelpOptions = true,
        description = "Tightens, contains or severs identities, and says what that leaves open.",
        footer = {
            "",
            "Example: curfew contain prod-a prod-b --id spiffe://acme.test/agent/planner"
                    + " --reason 'acts after its task' --incident INC-7 --confirm planner --yes",
            "Exit codes: 0 all in force, 1 a part of it, 2 wrong options or nothing to do,",
            "3 not confirmed or read-only, 34 the saved plan is stale, 39 a gate stayed closed,",
            "45 an endpoint contradicts the bound, 46 put back by someone else,",
            "others: curfew exit-codes"
        })
public final class ContainCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(
            arity = "1..*",
            paramLabel = "TARGET",
            description = {
                Words.TARGET,
                "Several: all servers that know the identity, and the policy backends with its"
                        + " grants."
            })
    private List<String> targets = List.of();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    /** What is to be contained; one of them. */
    static final class What {
        @Option(
                names = "--id",
                paramLabel = "SPIFFE_ID",
                description = "An identity; may be given several times.")
        private List<String> ids = List.of();

        @Option(names = "--where", paramLabel = "QUERY", description = Words.WHERE)
        private @Nullable String where;

        @Option(
                names = "--node",
                paramLabel = "SPIFFE_ID",
                description = "A node (SPIRE agent) with all that it alone serves.")
        private @Nullable String node;

        @Option(
                names = "--chain",
                paramLabel = "SPIFFE_ID",
                description = "An identity and everything below it in SPIRE's parent chain.")
        private @Nullable String chain;

        @Option(
                names = "--plan",
                paramLabel = "FILE",
                description = "A plan that was saved; refused where anything changed since.")
        private @Nullable Path plan;
    }

    @Option(
            names = "--strength",
            paramLabel = "STRENGTH",
            defaultValue = "contain",
            converter = StrengthWord.class,
            description = "tighten, contain or sever (default: ${DEFAULT-VALUE}).")
    private Strength strength = Strength.CONTAIN;

    @Option(
            names = "--x509-ttl",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = Ttl.class,
            description = "The X.509 TTL that tighten sets (default: ${DEFAULT-VALUE}).")
    private Optional<Integer> x509Seconds = Optional.empty();

    @Option(
            names = "--jwt-ttl",
            paramLabel = "DURATION",
            defaultValue = "1m",
            converter = Ttl.class,
            description = "The JWT TTL that tighten sets (default: ${DEFAULT-VALUE}).")
    private Optional<Integer> jwtSeconds = Optional.empty();

    @Option(
            names = "--expires",
            paramLabel = "WHEN",
            description = "An expiry that tighten sets: +1h, 2026-12-01T00:00:00Z or never.")
    private Optional<String> expires = Optional.empty();

    @Option(
            names = "--ban-nodes",
            description = "Also ban the nodes that serve it, with everything else they serve.")
    private boolean banNodes;

    @Option(
            names = "--endpoint",
            paramLabel = "SPIFFE_ID=HOST:PORT",
            converter = EndpointOption.class,
            description = {
                "Where a contained identity is called: it is looked at, with each reading back,"
                        + " what is presented there. May be given several times."
            })
    private List<DeclaredEndpoint> endpoints = List.of();

    @Option(
            names = "--save-plan",
            paramLabel = "FILE",
            description = "Write the plan to a new file, for review; goes with --dry-run.")
    private @Nullable Path savePlan;

    @Option(
            names = "--approval",
            paramLabel = "FILE",
            description = "A second operator's approval of the plan in --plan.")
    private @Nullable Path approval;

    @Mixin private ConfirmOptions confirm = new ConfirmOptions();
    @Mixin private TargetOptions options = new TargetOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();

    public ContainCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        if (savePlan != null && !confirm.dryRun) {
            return printer.failed(
                    new Failure(
                            Reason.INVALID_INPUT, "--save-plan", "it goes with --dry-run alone"));
        }
        if (approval != null && what.plan == null) {
            return printer.failed(
                    new Failure(Reason.INVALID_INPUT, "--approval", "it goes with --plan alone"));
        }
        if (!endpoints.isEmpty() && what.plan != null) {
            return printer.failed(
                    new Failure(
                            Reason.INVALID_INPUT,
                            "--endpoint",
                            "the plan in --plan has its own endpoints"));
        }
        Outcome<Optional<ContainmentPlan>> saved =
                what.plan == null
                        ? Outcome.ok(Optional.empty())
                        : PlanFile.read(what.plan).map(Optional::of);
        return switch (saved) {
            case Failed<Optional<ContainmentPlan>>(var failure) -> printer.failed(failure);
            case Ok<Optional<ContainmentPlan>>(var plan) ->
                    switch (request(plan)) {
                        case Failed<ContainmentRequest>(var failure) -> printer.failed(failure);
                        case Ok<ContainmentRequest>(var request) -> connect(request, plan);
                    };
        };
    }

    private Outcome<ContainmentRequest> request(Optional<ContainmentPlan> saved) {
        if (saved.isPresent()) {
            return Outcome.ok(saved.get().request());
        }
        return target().then(target ->
                ExpiryOption.parse(expires, session.now())
                        .map(expiry ->
                                new ContainmentRequest(
                                        target,
                                        strength,
                                        new ContainmentRequest.Options(
                                                x509Seconds, jwtSeconds, expiry, banNodes),
                                        List.of(),
                                        endpoints)));
    }

    private Outcome<ContainmentTarget> target() {
        if (what.where != null) {
            return what.where.isBlank()
                    ? Outcome.failed(
                            Reason.INVALID_INPUT,
                            "--where ''",
                            "an empty query is every workload; write '*' if that is meant")
                    : Outcome.ok(new ContainmentTarget.Matching(what.where));
        }
        if (what.node != null) {
            return SpiffeIds.parse(what.node).map(ContainmentTarget.NodeWithWorkloads::new);
        }
        if (what.chain != null) {
            return SpiffeIds.parse(what.chain).map(ContainmentTarget.ChainRoot::new);
        }
        List<SpiffeId> ids = new ArrayList<>();
        for (String text : what.ids) {
            switch (SpiffeIds.parse(text)) {
                case Failed<SpiffeId>(var failure) -> {
                    return Outcome.failed(failure);
                }
                case Ok<SpiffeId>(var id) -> ids.add(id);
            }
        }
        return Outcome.ok(new ContainmentTarget.Identities(ids));
    }

    private int connect(ContainmentRequest request, Optional<ContainmentPlan> saved) {
        return switch (Targets.read(targets, options, policy, session)) {
            case Failed<List<String>>(var failure) -> printer.failed(failure);
            case Ok<List<String>>(var names) -> plan(request.on(names), saved);
        };
    }

    private int plan(ContainmentRequest request, Optional<ContainmentPlan> saved) {
        return switch (session.core()
                .containmentPlanner()
                .plan(request, session.core().estates().estate())) {
            case Failed<ContainmentPlan>(var failure) -> printer.failed(failure);
            case Ok<ContainmentPlan>(var fresh) ->
                    saved.isPresent() ? reviewed(saved.get(), fresh) : run(fresh);
        };
    }

    private int reviewed(ContainmentPlan saved, ContainmentPlan fresh) {
        return switch (PlanFiles.stillHolds(saved, fresh, printer)) {
            case Failed<ContainmentPlan>(var failure) -> printer.failed(failure);
            case Ok<ContainmentPlan>(var plan) ->
                    switch (second(saved)) {
                        case Failed<Optional<String>>(var failure) -> printer.failed(failure);
                        case Ok<Optional<String>>(var second) ->
                                new ConfirmedRun(session, confirm).approvedBy(second).run(plan);
                    };
        };
    }

    /** What was approved is the plan as it was saved; that it still holds was seen before. */
    private Outcome<Optional<String>> second(ContainmentPlan saved) {
        Path file = approval;
        if (file == null) {
            return Outcome.ok(Optional.empty());
        }
        Approvers approvers = Approvers.of(session.store().preferences());
        return PlanFile.text(file)
                .then(SecondApproval::read)
                .then(read -> read.check(saved, approvers, session.around().user()))
                .map(Optional::of);
    }

    private int run(ContainmentPlan plan) {
        if (savePlan != null
                && PlanFile.write(plan, savePlan) instanceof Failed<Path>(var failure)) {
            return printer.failed(failure);
        }
        return new ConfirmedRun(session, confirm).run(plan);
    }
}
