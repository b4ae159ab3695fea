package dev.curfew.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.Backoff;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.identity.AuthoritySlots.Kind;
import dev.curfew.identity.AuthoritySlots.Slot;
import dev.curfew.identity.EntryDraft;
import dev.curfew.identity.TrustBundle;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Reason;
import dev.curfew.spire.Authorities;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose authorities are signed by one above them. */
@NeedsSpire
class RealSpireUpstreamTest {
    private static final String SERVER = "the server";
    private static final String VICTIM = "spiffe://acme.test/victim";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RealSpire spire;
    private RealAgent agent;
    private RealWorkload others;
    private Responder responder;

    @BeforeEach
    void start() {
        spire = RealSpire.builder(Binaries.find().orElseThrow()).upstream().start();
        agent = spire.startAgent("one");
        others = agent.workload("crowd");
        responder =
                new Responder(
                        LocalStore.inMemory(InstantSource.system()),
                        new Pace(Backoff.USUAL, List.of(Duration.ZERO), Duration.ofMinutes(2)),
                        journal -> journal);
        responder.connect(spire.localProfile(SERVER));
        List<EntryDraft> drafts = new ArrayList<>();
        drafts.add(Drafts.of(agent, agent.workload("victim"), VICTIM));
        for (int i = 0; i < 3; i++) {
            drafts.add(Drafts.of(agent, others, "spiffe://acme.test/crowd/" + i));
        }
        Outcomes.values(responder.server(SERVER).entries().create(drafts));
        responder.refresh(SERVER);
        Waiting.value("the others", PATIENCE, () -> others.fetchX509().first());
    }

    @AfterEach
    void stop() {
        responder.close();
        spire.close();
    }

    private Authorities authorities() {
        return responder.server(SERVER).authorities();
    }

    private Slot active() {
        return Outcomes.value(authorities().slots(Kind.X509)).active().orElseThrow();
    }

    private List<String> roots() {
        return Outcomes.value(responder.server(SERVER).bundles().own()).x509Authorities().stream()
                .map(TrustBundle.X509Authority::subjectKeyId)
                .toList();
    }

    private Set<BigInteger> serials() {
        return others.fetchX509() instanceof Fetched.Issued<FetchedX509>(var svids)
                ? svids.stream().map(FetchedX509::serial).collect(Collectors.toSet())
                : Set.of();
    }

    private static Failure failure(Outcome<?> outcome) {
        return outcome instanceof Failed<?>(var why)
                ? why
                : org.junit.jupiter.api.Assertions.fail("it was accepted");
    }

    @Test
    void aSlotNamesTheAuthorityAboveAndTheBundleHoldsThatAlone() {
        Slot slot = active();
        assertThat(slot.upstreamSubjectKeyId()).isNotEqualTo(slot.authorityId());
        assertThat(roots()).containsExactly(slot.upstreamSubjectKeyId());
    }

    @Test
    void afterTheRootWasReplacedAboveASeverRevokesTheOldOne() {
        String old = active().upstreamSubjectKeyId();
        String next = spire.replaceUpstream();
        Set<BigInteger> before = serials();
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(Lever.DELETE_ENTRIES, Lever.ROTATE_X509, Lever.ROTATE_JWT);

        ContainmentState done = responder.run(plan);

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(active().upstreamSubjectKeyId()).isEqualTo(next);
        assertThat(roots()).containsExactly(next).doesNotContain(old);
        assertThat(serials()).hasSize(3).doesNotContainAnyElementsOf(before);
        Waiting.value(
                "an agent that still issues", PATIENCE, () -> others.fetchJwt("after").first());
    }

    @Test
    void withTheSameRootAboveNothingIsActivatedAndNothingIsLost() {
        Slot before = active();
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);

        ContainmentState done = responder.run(plan);

        StepReport rotation = done.steps().get(1);
        assertThat(rotation.state()).isEqualTo(StepState.FAILED);
        assertThat(rotation.failure().orElseThrow().reason()).isEqualTo(Reason.WRONG_ORDER);
        assertThat(active()).isEqualTo(before);
        assertThat(roots()).containsExactly(before.upstreamSubjectKeyId());

        // Rotated above meanwhile, it is gone on with.
        String next = spire.replaceUpstream();
        ContainmentState after = responder.resume(plan.id());

        assertThat(after.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(roots()).containsExactly(next);
    }

    @Test
    void aRootBeforeThatIsStillTrustedIsRevokedFirst() {
        String first = active().upstreamSubjectKeyId();
        spire.replaceUpstream();
        Slot prepared = Outcomes.value(authorities().prepare(Kind.X509));
        Outcomes.value(authorities().activate(Kind.X509, prepared.authorityId()));
        String second = active().upstreamSubjectKeyId();
        assertThat(roots()).containsExactlyInAnyOrder(first, second);
        responder.refresh(SERVER);
        String third = spire.replaceUpstream();
        ContainmentPlan plan = responder.plan(Responder.identity(VICTIM), Strength.SEVER);
        assertThat(plan.steps())
                .extracting(PlannedStep::lever)
                .containsExactly(
                        Lever.DELETE_ENTRIES,
                        Lever.RETIRE_X509,
                        Lever.ROTATE_X509,
                        Lever.ROTATE_JWT);

        ContainmentState done = responder.run(plan);

        assertThat(done.steps()).extracting(StepReport::state).containsOnly(StepState.CONFIRMED);
        assertThat(roots()).containsExactly(third);
    }

    @Test
    void whatTheServerRefuses() {
        Slot before = active();
        String root = before.upstreamSubjectKeyId();
        List<String> refusals = new ArrayList<>();
        refusals.add(refusal(authorities().taintUpstream(root)));
        Slot prepared = Outcomes.value(authorities().prepare(Kind.X509));
        assertThat(prepared.upstreamSubjectKeyId()).isEqualTo(root);
        Outcomes.value(authorities().activate(Kind.X509, prepared.authorityId()));
        refusals.add(refusal(authorities().taintUpstream(root)));
        refusals.add(refusal(authorities().taintUpstream("00ff")));
        refusals.add(refusal(authorities().revokeUpstream("00ff")));
        refusals.add(refusal(authorities().taint(Kind.X509, before.authorityId())));
        spire.replaceUpstream();
        Slot next = Outcomes.value(authorities().prepare(Kind.X509));
        refusals.add(refusal(authorities().taintUpstream(next.upstreamSubjectKeyId())));
        Outcomes.value(authorities().activate(Kind.X509, next.authorityId()));
        refusals.add(refusal(authorities().revokeUpstream(root)));
        String notValid = "REFUSED provided subject key id is not valid: ";
        assertThat(refusals)
                .containsExactly(
                        notValid + "unable to use upstream authority singing current authority",
                        notValid + "unable to use upstream authority singing current authority",
                        notValid + "upstream authority didn't sign the old local authority",
                        "REFUSED invalid subject key ID: upstream authority didn't sign the old"
                                + " local authority",
                        "REFUSED local authority can't be tainted if there is an upstream"
                                + " authority",
                        notValid + "only upstream authorities signing an old authority can be used",
                        "WRONG_ORDER failed to revoke X.509 upstream authority: it is not possible"
                                + " to revoke an untainted root CA");
        assertThat(authorities().taintUpstream(root)).isEqualTo(Outcome.ok(root));
        assertThat(refusal(authorities().taintUpstream(root)))
                .isEqualTo(
                        "WRONG_ORDER failed to taint upstream authority: root CA is already"
                                + " tainted");
    }

    private static String refusal(Outcome<?> outcome) {
        Failure why = failure(outcome);
        return why.reason() + " " + why.detail();
    }
}
