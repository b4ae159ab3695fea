package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.ConnectionProfile;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius.Hit;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlanDrift;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residuals;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.RunControl;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.lab.Lab;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Containments on the lab's two trust domains. */
class LabContainmentTest {
    private static final String ACME = "acme";
    private static final String PARTNER = "partner";
    private static final String AGENT = "spiffe://acme.test/agent/web-researcher";

    private Lab lab;
    private Responder responder;

    @BeforeEach
    void start() throws IOException {
        lab = Lab.start();
        responder = new Responder();
        responder.connect(profile(ACME, lab.acme().unixTarget()));
        responder.connect(profile(PARTNER, lab.partner().unixTarget()));
    }

    @AfterEach
    void stop() {
        responder.close();
        lab.close();
    }

    static ConnectionProfile profile(String name, String target) {
        return ConnectionProfile.local(name, Path.of(target.substring("unix:".length())));
    }

    private List<RegistrationEntry> agentEntries() {
        return responder.entries(ACME, "/agent/web-researcher");
    }

    @Test
    void containDeletesWhatGivesTheIdentityAndCountsDownWhatIsLeft() {
        List<RegistrationEntry> entries = agentEntries();
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.DELETE_ENTRIES);
        assertThat(plan.approval().text()).isEqualTo("web-researcher");

        ContainmentState done = responder.run(plan);

        assertThat(done.phase()).isEqualTo(Phase.ENDED);
        assertThat(done.steps()).extracting(StepReport::state).containsExactly(StepState.CONFIRMED);
        entries.forEach(e -> assertThat(responder.onServer(ACME, e.id())).isEmpty());
        StepReport step = done.steps().getFirst();
        assertThat(step.proofs())
                .extracting(Proof::verdict)
                .containsExactly(Proof.Verdict.HOLDS, Proof.Verdict.HOLDS);
        Instant accepted = step.acceptedAt().orElseThrow();
        Instant x509 = step.bound().orElseThrow().x509Dead().at().orElseThrow();
        assertThat(x509).isAfter(accepted.plusSeconds(longestTtl(entries)));
        List<Residual> now = Residuals.of(done, accepted);
        assertThat(now)
                .extracting(Residual::state)
                .containsExactly(Residual.State.RUNNING, Residual.State.RUNNING);
        assertThat(now.getFirst().by()).contains(x509);
        assertThat(Residuals.of(done, x509))
                .extracting(Residual::state)
                .containsOnly(Residual.State.ENDED);
    }

    private static long longestTtl(List<RegistrationEntry> entries) {
        return entries.stream()
                .mapToLong(e -> e.x509TtlSeconds() == 0 ? 3600 : e.x509TtlSeconds())
                .max()
                .orElseThrow();
    }

    @Test
    void theJournalAloneTellsTheWholeContainment() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        ContainmentState done = responder.run(plan);

        ContainmentState told = responder.history(plan.id());

        assertThat(told.steps()).isEqualTo(done.steps());
        assertThat(told.phase()).isEqualTo(Phase.ENDED);
        assertThat(told.plan().steps()).isEqualTo(plan.steps());
        assertThat(told.plan().blast()).isEqualTo(plan.blast());
        assertThat(told.plan().bound()).isEqualTo(plan.bound());
    }

    @Test
    void restoringPutsTheSameEntriesBack() {
        List<RegistrationEntry> entries = agentEntries();
        ContainmentState done =
                responder.run(responder.plan(Responder.identity(AGENT), Strength.CONTAIN));

        ContainmentState restored = responder.run(responder.restorePlan(done));

        assertThat(restored.steps())
                .extracting(StepReport::state)
                .containsExactly(StepState.CONFIRMED);
        assertThat(restored.plan().restores()).contains(done.id());
        entries.forEach(e ->
                assertThat(responder.onServer(ACME, e.id()))
                        .map(RegistrationEntry::toDraft)
                        .contains(e.toDraft()));
    }

    @Test
    void tightenKeepsTheIdentityAndShortensWhatComesNext() {
        ContainmentState done =
                responder.run(responder.plan(Responder.identity(AGENT), Strength.TIGHTEN));
        assertThat(done.succeeded()).isTrue();
        agentEntries()
                .forEach(e ->
                        assertThat(responder.onServer(ACME, e.id()).orElseThrow())
                                .extracting(
                                        RegistrationEntry::x509TtlSeconds,
                                        RegistrationEntry::jwtTtlSeconds)
                                .containsExactly(300, 60));
        ContainmentState restored = responder.run(responder.restorePlan(done));
        assertThat(restored.succeeded()).isTrue();
    }

    @Test
    void aServerThatDoesNotAnswerHoldsUpNoOther() {
        ContainmentPlan plan =
                responder.plan(new ContainmentTarget.Matching("id:*/agent/*"), Strength.TIGHTEN);
        assertThat(plan.steps()).extracting(PlannedStep::writer).contains(ACME, PARTNER);
        lab.partner().close();

        ContainmentState done = responder.run(plan);

        for (PlannedStep step : plan.steps()) {
            StepReport report = done.step(step);
            if (step.writer().equals(ACME)) {
                assertThat(report.state()).isEqualTo(StepState.CONFIRMED);
                assertThat(report.attempts()).isEqualTo(1);
            } else {
                assertThat(report.state()).isEqualTo(StepState.FAILED);
                assertThat(report.attempts()).isEqualTo(3);
                assertThat(report.failure()).isPresent();
            }
        }
        assertThat(Residuals.of(done, Instant.now()))
                .filteredOn(r -> r.connection().equals(PARTNER))
                .extracting(Residual::state)
                .containsOnly(Residual.State.UNKNOWN);
    }

    @Test
    void anEntryThatSomeoneMakesAnewIsSaidToBeReverted() {
        RegistrationEntry before = agentEntries().getFirst();
        AtomicReference<Optional<String>> anew = new AtomicReference<>(Optional.empty());
        ContainmentState done =
                responder.run(
                        responder.plan(Responder.identity(AGENT), Strength.CONTAIN),
                        new RunControl(),
                        state -> {
                            boolean lookedOnce = !state.steps().getFirst().proofs().isEmpty();
                            if (lookedOnce && anew.get().isEmpty()) {
                                anew.set(Optional.of(create(before)));
                            }
                        });

        StepReport step = done.steps().getFirst();
        assertThat(step.state()).isEqualTo(StepState.REVERTED);
        assertThat(step.proofs().getLast().found()).isEqualTo(anew.get().orElseThrow());
        assertThat(Residuals.of(done, Instant.now()))
                .extracting(Residual::state)
                .containsOnly(Residual.State.REVERTED);
        assertThat(done.succeeded()).isFalse();
    }

    private String create(RegistrationEntry like) {
        return Outcomes.value(
                        responder
                                .server(ACME)
                                .entries()
                                .create(List.of(like.toDraft()))
                                .getFirst()
                                .outcome())
                .id();
    }

    @Test
    void nothingIsSentWithoutTheTargetTyped() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        Outcome<ContainmentState> refused =
                responder.tryToRun(plan, new Confirmation("tester", "", "", "web"));
        assertThat(refused)
                .isEqualTo(
                        Outcome.failed(
                                Reason.NOT_CONFIRMED,
                                "web-researcher",
                                "it needs 'web-researcher' to be typed"));
        agentEntries().forEach(e -> assertThat(responder.onServer(ACME, e.id())).isPresent());
        assertThat(responder.run(plan).succeeded()).isTrue();
    }

    @Test
    void aPlanRunsOnce() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        responder.run(plan);
        assertThat(responder.tryToRun(plan, Responder.confirmed(plan)))
                .isEqualTo(
                        Outcome.failed(
                                Reason.NOT_CONFIRMED,
                                "web-researcher",
                                "this plan was run before"));
    }

    @Test
    void aReadOnlyConnectionIsNotWrittenTo() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        responder.disarm(ACME);
        assertThat(responder.tryToRun(plan, Responder.confirmed(plan)))
                .isEqualTo(Outcome.failed(Failure.of(Reason.READ_ONLY, ACME)));
    }

    @Test
    void anAbortLeavesTheRestUnsentAndSaysSo() {
        RunControl control = new RunControl();
        ContainmentPlan plan =
                Outcomes.value(
                        responder.plan(
                                Responder.identity(AGENT),
                                Strength.CONTAIN,
                                Options.USUAL.withBan(true)));
        assertThat(plan.steps()).extracting(PlannedStep::lever).contains(Lever.BAN_NODE);

        ContainmentState done =
                responder.run(
                        plan,
                        control,
                        state -> {
                            if (state.steps().getFirst().state() == StepState.SENT) {
                                control.abort();
                            }
                        });

        assertThat(done.phase()).isEqualTo(Phase.ABORTED);
        assertThat(done.steps().getFirst().state()).isEqualTo(StepState.CONFIRMED);
        assertThat(done.steps().subList(1, done.steps().size()))
                .extracting(StepReport::state)
                .containsOnly(StepState.SKIPPED);
    }

    @Test
    void aHeldRunGoesOnWhenItIsLetGo() throws InterruptedException {
        RunControl control = new RunControl();
        control.hold();
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        AtomicReference<ContainmentState> ended = new AtomicReference<>();
        Thread run =
                Thread.ofVirtual()
                        .start(() ->
                                ended.set(
                                        responder.run(
                                                plan,
                                                control,
                                                state -> {
                                                    if (state.phase() == Phase.HELD) {
                                                        agentEntries()
                                                                .forEach(e ->
                                                                        assertThat(
                                                                                        responder
                                                                                                .onServer(
                                                                                                        ACME,
                                                                                                        e
                                                                                                                .id()))
                                                                                .isPresent());
                                                        control.goOn();
                                                    }
                                                })));
        run.join(Duration.ofSeconds(30));
        assertThat(ended.get().succeeded()).isTrue();
    }

    @Test
    void aNodeIsBannedFirstAndWhatOthersServeIsLeftAlone() {
        var estate = responder.estates().estate().server(ACME).orElseThrow();
        var derived = estate.entries().value().derived().orElseThrow();
        var node =
                estate.nodes().value().stream()
                        .filter(n -> !n.banned())
                        .filter(n -> !derived.entitlements().entriesOf(n).isEmpty())
                        .findFirst()
                        .orElseThrow();
        ContainmentPlan plan =
                responder.plan(
                        new ContainmentTarget.NodeWithWorkloads(node.id()), Strength.CONTAIN);
        assertThat(plan.steps().getFirst().lever()).isEqualTo(Lever.BAN_NODE);
        assertThat(plan.blast().stopsNow()).extracting(Hit::key).contains("bannedIssue");

        ContainmentState done = responder.run(plan);

        assertThat(done.succeeded()).isTrue();
        assertThat(Outcomes.value(responder.server(ACME).nodes().get(node.id())).banned()).isTrue();
        ContainmentState restored = responder.run(responder.restorePlan(done));
        assertThat(restored.succeeded()).isTrue();
    }

    @Test
    void aPlanThatWasSavedTellsWhatChangedSince() {
        ContainmentPlan plan = responder.plan(Responder.identity(AGENT), Strength.CONTAIN);
        ContainmentPlan saved =
                Outcomes.value(PlanJson.read(PlanJson.write(plan).toString(), "plan.json"));
        assertThat(
                        PlanDrift.between(
                                saved, responder.plan(Responder.identity(AGENT), Strength.CONTAIN)))
                .isEmpty();

        RegistrationEntry first = agentEntries().getFirst();
        responder
                .server(ACME)
                .entries()
                .setTtls(
                        List.of(
                                new dev.curfew.spire.EntryUpdate(
                                        first.id(), first.toDraft().withTtls(60, 60))));
        responder.refresh(ACME);

        assertThat(
                        PlanDrift.between(
                                saved, responder.plan(Responder.identity(AGENT), Strength.CONTAIN)))
                .containsExactly(
                        new Difference(
                                "entryChanged",
                                AGENT,
                                String.valueOf(first.revision()),
                                String.valueOf(first.revision() + 1)));
    }

    @Test
    void aTargetThatNobodyKnowsIsNotFound() {
        assertThat(
                        responder.plan(
                                Responder.identity("spiffe://acme.test/nobody"),
                                Strength.CONTAIN,
                                Options.USUAL))
                .isEqualTo(
                        Outcome.failed(
                                Reason.NOT_FOUND,
                                "spiffe://acme.test/nobody",
                                "no connected server has it"));
    }
}
