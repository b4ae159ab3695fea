package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.connect.Arming;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.EstateService;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.spire.SpireServer;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Containments on the lab in their states, for pictures. Blocks; not on the JavaFX thread. */
final class GalleryContainments {
    private static final Pace QUICK =
            new Pace(
                    Backoff.USUAL,
                    List.of(Duration.ZERO, Duration.ofMillis(300)),
                    Duration.ofSeconds(60));

    /** Nodes of the lab that stopped renewing. */
    private static final int AWAY = 2;

    private static final long PATIENCE_SECONDS = 120;

    private final CoreGraph core;
    private final String connection;

    GalleryContainments(CoreGraph core, String connection) {
        this.core = core;
        this.connection = connection;
    }

    /** One each that ended, was put back, was cut off. */
    void act() {
        core.lab().profiles().forEach(p -> core.arming().arm(p.name(), Arming.DEFAULT));
        core.arming().arm(core.lab().policy().name(), Arming.DEFAULT);
        runWithGrants("mail-drafter");
        run("support-triage", Options.USUAL.withBan(true), _ -> {});
        putBack("invoice-agent");
        cutOff("report-export");
        core.containments().load();
    }

    ContainmentTarget target(String name) {
        return new ContainmentTarget.Identities(
                List.of(SpiffeId.parse("spiffe://acme.test/agent/" + name)));
    }

    /** Starts one that is watched for half a minute; gives its id. */
    String start(String name) {
        ContainmentPlan plan = plan(name, Options.USUAL);
        core.containments().start(plan, confirmed(plan));
        return plan.id();
    }

    /** Starts a sever; comes back when only nodes that are away keep its gate closed. */
    void sever(String name) throws TimeoutException {
        ContainmentPlan plan = plan(name, Strength.SEVER, Options.USUAL);
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        EstateService.Subscription listening =
                core.containments()
                        .subscribe(all -> {
                            if (all.stream()
                                    .filter(kept -> kept.id().equals(plan.id()))
                                    .flatMap(kept -> kept.state().steps().stream())
                                    .anyMatch(GalleryContainments::isClosedByThoseAway)) {
                                closed.complete(true);
                            }
                        });
        core.containments().start(plan, confirmed(plan));
        try {
            closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            listening.close();
        }
    }

    private static boolean isClosedByThoseAway(StepReport step) {
        return step.state() == StepState.GATED
                && !step.items().isEmpty()
                && step.items().size() <= AWAY;
    }

    /** The id of the newest of a target. */
    String newest(String name) {
        return core.containments().all().stream()
                .filter(kept -> kept.state().plan().title().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** On the policy backend, too. */
    private void runWithGrants(String name) {
        List<String> all =
                Stream.concat(
                                servers().stream(),
                                core.estates().estate().backends().stream()
                                        .map(BackendEstate::name))
                        .toList();
        ContainmentPlan plan = plan(name, Strength.CONTAIN, Options.USUAL, all);
        core.containmentRunner(QUICK).run(plan, confirmed(plan), new RunControl(), _ -> {});
    }

    private List<String> servers() {
        return core.estates().estate().servers().stream().map(ServerEstate::name).toList();
    }

    private void run(String name, Options options, Consumer<ContainmentState> listener) {
        ContainmentPlan plan = plan(name, options);
        core.containmentRunner(QUICK).run(plan, confirmed(plan), new RunControl(), listener);
    }

    /** As a controller would: the same entry under another id, after the first look. */
    private void putBack(String name) {
        List<RegistrationEntry> before = entries(name);
        AtomicBoolean done = new AtomicBoolean();
        run(
                name,
                Options.USUAL,
                state -> {
                    if (!state.steps().getFirst().proofs().isEmpty()
                            && !done.getAndSet(true)
                            && core.estates().client(connection)
                                    instanceof Ok<SpireServer>(var server)) {
                        server.entries()
                                .create(before.stream().map(RegistrationEntry::toDraft).toList());
                    }
                });
    }

    private void cutOff(String name) {
        try {
            run(
                    name,
                    Options.USUAL,
                    state -> {
                        if (state.steps().getFirst().state() == StepState.SENT) {
                            throw new IllegalStateException("as if the process had died here");
                        }
                    });
        } catch (IllegalStateException e) {
            // That is what was wanted.
        }
    }

    private ContainmentPlan plan(String name, Options options) {
        return plan(name, Strength.CONTAIN, options);
    }

    private ContainmentPlan plan(String name, Strength strength, Options options) {
        return plan(name, strength, options, servers());
    }

    private ContainmentPlan plan(
            String name, Strength strength, Options options, List<String> connections) {
        return switch (core.containmentPlanner()
                .plan(
                        new ContainmentRequest(target(name), strength, options, connections),
                        core.estates().estate())) {
            case Ok<ContainmentPlan>(var plan) -> plan;
            case dev.curfew.outcome.Outcome.Failed<ContainmentPlan>(var why) ->
                    throw new IllegalStateException(why.toString());
        };
    }

    private static Confirmation confirmed(ContainmentPlan plan) {
        return new Confirmation(
                "oncall-2", "acts after its task", "INC-4711", plan.approval().text());
    }

    private List<RegistrationEntry> entries(String name) {
        return core
                .estates()
                .estate()
                .server(connection)
                .orElseThrow()
                .entries()
                .value()
                .entries()
                .stream()
                .filter(e -> e.spiffeId().getPath().equals("/agent/" + name))
                .toList();
    }
}
