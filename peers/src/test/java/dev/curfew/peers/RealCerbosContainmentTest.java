package dev.curfew.peers;

import static dev.curfew.peers.Outcomes.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection.Key;
import dev.curfew.connect.BackendConnection.Tls;
import dev.curfew.connect.SecretRef;
import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.Afterwards;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.Selector;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Proof;
import dev.curfew.wire.cerbos.effect.Effect;
import dev.curfew.wire.cerbos.engine.Principal;
import dev.curfew.wire.cerbos.engine.Resource;
import dev.curfew.wire.cerbos.request.CheckResourcesRequest;
import dev.curfew.wire.cerbos.svc.CerbosServiceGrpc;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An agent is denied everything on a real Cerbos, with its identity ended on a real SPIRE. */
@NeedsCerbos
@NeedsSpire
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealCerbosContainmentTest {
    private static final String TOOLS =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "resourcePolicy": {
                "resource": "tool",
                "version": "default",
                "rules": [{"actions": ["use"], "effect": "EFFECT_ALLOW", "roles": ["agent"]}]
              }
            }
            """;

    private static final String FOREIGN =
            """
            {
              "apiVersion": "api.cerbos.dev/v1",
              "principalPolicy": {
                "principal": "%s",
                "version": "default",
                "rules": [
                  {"resource": "tool", "actions": [{"action": "use", "effect": "EFFECT_ALLOW"}]}
                ]
              }
            }
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private RealCerbos cerbos;
    private RealSpire spire;
    private Responder responder;
    private PolicyBackend backend;

    @BeforeAll
    void startServers() {
        cerbos = RealCerbos.changeable();
        cerbos.put(TOOLS);
        spire =
                RealSpire.builder(Binaries.find().orElseThrow())
                        .trustDomain("acme.example")
                        .start();
    }

    @AfterAll
    void stopServers() {
        spire.close();
        cerbos.close();
    }

    @BeforeEach
    void connect() {
        responder =
                new Responder(
                        (reference, purpose) -> Outcome.ok(RealCerbos.PASSWORD.toCharArray()));
        responder.connect(spire.localProfile("spire"));
        responder.connect(
                new PolicyProfile(
                        "cerbos",
                        new PolicyTarget(PolicyKind.CERBOS, cerbos.address(), Optional.empty()),
                        new Tls.Plaintext(),
                        new Key.None(),
                        new Key.Basic(RealCerbos.ADMIN, new SecretRef.Prompt())));
        backend = value(responder.estates().backend("cerbos"));
    }

    @AfterEach
    void disconnect() {
        responder.close();
    }

    @Test
    void anAgentIsDeniedEverythingAndItsIdentityEndsAndBothComeBack() {
        String id = entry("rogue");
        entry("planner");
        ContainmentPlan plan = plan("rogue");
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.QUARANTINE, Lever.DELETE_ENTRIES);
        assertThat(plan.blast().stopsNow()).extracting(hit -> hit.key()).contains("quarantine");
        assertThat(decides("rogue")).isEqualTo(Decision.Verdict.ALLOWED);

        ContainmentState done = responder.run(plan);
        assertThat(done.succeeded()).isTrue();
        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(decides("rogue")).isEqualTo(Decision.Verdict.DENIED);
        assertThat(decides("planner")).isEqualTo(Decision.Verdict.ALLOWED);
        assertThat(responder.onServer("spire", id)).isEmpty();

        ContainmentState back = responder.run(responder.restorePlan(done));
        assertThat(back.succeeded()).isTrue();
        assertThat(decides("rogue")).isEqualTo(Decision.Verdict.ALLOWED);
        assertThat(responder.onServer("spire", id)).isPresent();
    }

    @Test
    void theServersLogShowsThatItBitesAndWhatPassesItAllTheSame() {
        entry("sly");
        ContainmentState done = responder.run(plan("sly"));
        PlannedStep step = done.plan().steps().getFirst();
        assertThat(step.lever()).isEqualTo(Lever.QUARANTINE);
        assertThat(Waiting.until(PATIENCE, () -> look(done, step).deniedSince().isPresent()))
                .as("the log is written some time later")
                .isTrue();
        assertThat(look(done, step).verdict())
                .isEqualTo(dev.curfew.containment.run.Proof.Verdict.HOLDS);

        // The quarantine is of one scope; whoever asks for another passes by it.
        assertThat(askInScope("elsewhere", "sly")).isEqualTo(Effect.EFFECT_ALLOW);
        assertThat(
                        Waiting.until(
                                PATIENCE,
                                () ->
                                        look(done, step).verdict()
                                                == dev.curfew.containment.run.Proof.Verdict.USED))
                .isTrue();
        var seen = look(done, step);
        assertThat(seen.found()).startsWith(id("sly") + " use tool:search at ");
        assertThat(seen.failure()).map(Failure::reason).contains(Reason.USED_AFTER);
        assertThat(seen.deniedSince()).isPresent();
        ContainmentState known = Afterwards.with(done, step, seen);
        assertThat(known.step(step).state()).isEqualTo(StepState.CONTRADICTED);
        // It can still be taken back.
        assertThat(responder.restorePlan(known).steps())
                .extracting(PlannedStep::lever)
                .contains(Lever.LIFT_QUARANTINE);
    }

    private dev.curfew.containment.run.Proof look(ContainmentState state, PlannedStep step) {
        return responder.look(state, step, "cerbos");
    }

    private Effect askInScope(String scope, String name) {
        ManagedChannel channel =
                Grpc.newChannelBuilderForAddress(
                                cerbos.address().host(),
                                cerbos.address().port(),
                                InsecureChannelCredentials.create())
                        .build();
        try {
            return CerbosServiceGrpc.newBlockingStub(channel)
                    .checkResources(
                            CheckResourcesRequest.newBuilder()
                                    .setPrincipal(
                                            Principal.newBuilder()
                                                    .setId(id(name))
                                                    .setScope(scope)
                                                    .addRoles("agent"))
                                    .addResources(
                                            CheckResourcesRequest.ResourceEntry.newBuilder()
                                                    .addActions("use")
                                                    .setResource(
                                                            Resource.newBuilder()
                                                                    .setKind("tool")
                                                                    .setId("search")))
                                    .build())
                    .getResults(0)
                    .getActionsOrThrow("use");
        } finally {
            channel.shutdownNow();
        }
    }

    @Test
    void whatWasInQuarantineBeforeStaysSoAfterAnUndo() {
        entry("known");
        ContainmentState first = responder.run(plan("known"));
        assertThat(first.succeeded()).isTrue();
        entry("known");
        ContainmentState second = responder.run(plan("known"));
        assertThat(second.succeeded()).isTrue();
        // The second found it so, and has only its entry to put back.
        assertThat(responder.restorePlan(second).steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.RESTORE_ENTRIES);
    }

    @Test
    void aPolicyOfSomebodyElseIsNotWrittenOverAndHoldsUpNothing() {
        String id = entry("special");
        cerbos.put(FOREIGN.formatted(agent("special").id()));
        ContainmentState done = responder.run(plan("special"));
        StepReport quarantine = done.steps().getFirst();
        assertThat(quarantine.state()).isEqualTo(StepState.FAILED);
        assertThat(quarantine.failure()).map(Failure::reason).contains(Reason.ALREADY_EXISTS);
        assertThat(done.steps().getLast().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(responder.onServer("spire", id)).isEmpty();
        assertThat(value(backend.proveQuarantined(agent("special"))).verdict())
                .isEqualTo(Proof.Verdict.CONTRADICTED);
    }

    private ContainmentPlan plan(String name) {
        return value(responder.plan(Responder.identity(id(name)), Strength.CONTAIN, Options.USUAL));
    }

    private static String id(String name) {
        return "spiffe://acme.example/agent/" + name;
    }

    private static PolicyEntity agent(String name) {
        return Chain.agent(PolicyIds.WHOLE, name);
    }

    private Decision.Verdict decides(String name) {
        return value(
                        backend.check(
                                AccessQuestion.of(
                                        agent(name), "use", new PolicyEntity("tool", "search")),
                                Consistency.STRONGEST))
                .verdict();
    }

    private String entry(String name) {
        var made =
                responder
                        .server("spire")
                        .entries()
                        .create(
                                List.of(
                                        Drafts.of(
                                                id(name),
                                                SpiffeId.parse("spiffe://acme.example/nodes/all"),
                                                new Selector("unix", "uid:5000"),
                                                300,
                                                60)));
        responder.refresh("spire");
        return value(made.getFirst().outcome()).id();
    }
}
