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
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.EntryDraft;
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
import io.spiffe.spiffeid.SpiffeId;
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
                                        new EntryDraft(
                                                SpiffeId.parse(id(name)),
                                                SpiffeId.parse("spiffe://acme.example/nodes/all"),
                                                List.of(new Selector("unix", "uid:5000")),
                                                300,
                                                60,
                                                List.of(),
                                                List.of(),
                                                "",
                                                false,
                                                false,
                                                false,
                                                false,
                                                0)));
        responder.refresh("spire");
        return value(made.getFirst().outcome()).id();
    }
}
