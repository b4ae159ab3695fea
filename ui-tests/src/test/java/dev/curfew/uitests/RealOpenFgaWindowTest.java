package dev.curfew.uitests;

import static dev.curfew.uitests.Console.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.BackendConnection;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.peers.AgentsModel;
import dev.curfew.peers.Binaries;
import dev.curfew.peers.NeedsOpenFga;
import dev.curfew.peers.NeedsSpire;
import dev.curfew.peers.RealOpenFga;
import dev.curfew.peers.RealSpire;
import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.Consistency;
import dev.curfew.policy.Decision.Verdict;
import dev.curfew.policy.PolicyBackend;
import dev.curfew.policy.PolicyCondition;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyKind;
import dev.curfew.policy.PolicyProfile;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.PolicyTarget;
import dev.curfew.policy.Relationship;
import dev.curfew.wire.openfga.CreateStoreRequest;
import dev.curfew.wire.openfga.OpenFGAServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain over the real SPIRE and the real OpenFGA is drawn, cut and proved from the window. */
@NeedsSpire
@NeedsOpenFga
class RealOpenFgaWindowTest {
    private static final PolicyEntity ALICE = new PolicyEntity("user", "alice");
    private static final PolicyEntity PLANNER =
            new PolicyEntity("agent", "acme.test/agent/planner");
    private static final PolicyEntity MAILER = new PolicyEntity("agent", "acme.test/agent/mailer");
    private static final PolicyEntity FIRST = new PolicyEntity("delegation", "first");
    private static final PolicyEntity SECOND = new PolicyEntity("delegation", "second");
    private static final PolicyEntity MAIL = new PolicyEntity("tool", "mail");
    private static final PolicyEntity EVERYONE = new PolicyEntity("agent", "*");
    private static final AccessQuestion MAY_MAIL = AccessQuestion.of(MAILER, "can_use", MAIL);

    @TempDir Path folder;
    private RealSpire spire;
    private RealOpenFga fga;
    private Console console;
    private Hand hand;
    private PolicyBackend backend;

    @BeforeEach
    void open() throws TimeoutException {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).start();
        fga = RealOpenFga.open();
        for (String name : new String[] {"planner", "mailer"}) {
            spire.cli(
                            "entry",
                            "create",
                            "-spiffeID",
                            "spiffe://acme.test/agent/" + name,
                            "-parentID",
                            "spiffe://acme.test/nodes/all",
                            "-selector",
                            "unix:uid:5000")
                    .text();
        }
        console = Console.on(spire.localProfile("real"), folder);
        hand = console.hand();
        PolicyProfile policies = profile(store());
        backend = console.connect(policies);
        delegate();
        backend = console.connect(policies);
    }

    @AfterEach
    void close() {
        console.close();
        fga.close();
        spire.close();
    }

    @Test
    void aChainIsDrawnCutAndProvedFromTheWindow() {
        assertThat(decided()).isEqualTo(Verdict.ALLOWED);
        hand.click("rail-delegation");
        hand.click("delegation-shape-1");
        hand.await("the grants", () -> hand.rows("delegation-table") == 4);

        hand.press(KeyCode.CONTROL, KeyCode.K);
        hand.await("the palette", () -> hand.focus().equals("palette-field"));
        hand.write("spiffe://acme.test/agent/planner");
        hand.awaitText("Contain planner…");
        hand.press(KeyCode.ENTER);
        hand.awaitText("contain-steps", "End grants");
        hand.awaitText("contain-steps", "Delete entries");
        hand.awaitText("contain-page", "Delegates of it");
        hand.click("contain-arm");
        hand.type("contain-reason", "acts after its task");
        hand.type("contain-incident", "INC-8");
        hand.type("contain-typed", "planner");
        hand.click("contain-run");
        hand.await("a containment", () -> console.contained().size() == 1);
        hand.await("its end", () -> console.newestContained().state().phase() == Phase.ENDED);

        var state = console.newestContained().state();
        assertThat(state.plan().steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.END_GRANTS, Lever.DELETE_ENTRIES);
        assertThat(state.steps())
                .extracting(StepReport::state)
                .containsExactly(StepState.CONFIRMED, StepState.CONFIRMED);
        // The mailer's hop ends with the planner's.
        assertThat(decided()).isEqualTo(Verdict.DENIED);
        assertThat(console.entriesOf("spiffe://acme.test/agent/planner")).isEmpty();
        assertThat(console.entriesOf("spiffe://acme.test/agent/mailer")).hasSize(1);
    }

    private Verdict decided() {
        return value(backend.check(MAY_MAIL, Consistency.STRONGEST)).verdict();
    }

    private PolicyProfile profile(String store) {
        return PolicyProfile.of(
                "policies",
                new PolicyTarget(PolicyKind.OPENFGA, fga.address(), Optional.of(store)),
                new BackendConnection.Tls.Plaintext(),
                new BackendConnection.Key.None());
    }

    private String store() {
        ManagedChannel channel =
                ManagedChannelBuilder.forAddress(fga.address().host(), fga.address().port())
                        .usePlaintext()
                        .build();
        try {
            var stub = OpenFGAServiceGrpc.newBlockingStub(channel);
            String store =
                    stub.createStore(CreateStoreRequest.newBuilder().setName("acme").build())
                            .getId();
            stub.writeAuthorizationModel(AgentsModel.in(store));
            return store;
        } finally {
            channel.shutdownNow();
        }
    }

    /** Alice lets the planner act, the planner lets the mailer; both may use the mail. */
    private void delegate() {
        write(FIRST, "delegator", ALICE);
        write(FIRST, "delegate", PLANNER);
        write(FIRST, "root", EVERYONE);
        lease(FIRST);
        write(SECOND, "parent", FIRST);
        write(SECOND, "delegator", PLANNER);
        write(SECOND, "delegate", MAILER);
        lease(SECOND);
        write(MAIL, "via", FIRST);
        write(MAIL, "via", SECOND);
    }

    private void write(PolicyEntity resource, String relation, PolicyEntity subject) {
        value(backend.restore(Relationship.lasting(resource, relation, PolicySubject.of(subject))));
    }

    private void lease(PolicyEntity hop) {
        Instant until = Instant.now().plus(2, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        value(
                backend.restore(
                        new Relationship(
                                hop,
                                "lease_a",
                                PolicySubject.of(EVERYONE),
                                Optional.of(
                                        new PolicyCondition(
                                                "live_until",
                                                Map.of("not_after", until.toString()))),
                                Optional.of(until))));
    }
}
