package dev.curfew.containment.book;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.plan.PlannedStep.Work;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.Proof.Verdict;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.containment.scope.Scope;
import dev.curfew.exposure.Exposure;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A quarantine has no end that could be waited for, and is looked at all the same. */
class DueLooksTest {
    private static final SpiffeId PLANNER = SpiffeId.parse("spiffe://acme.test/agent/planner");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final PlannedStep STEP =
            new PlannedStep(
                    1,
                    0,
                    Lever.QUARANTINE,
                    List.of("gateway"),
                    new Work.Apply(new Change.Quarantine(List.of(PLANNER))),
                    List.of(),
                    List.of(),
                    Exposure.grantsEnded());

    private static Instant after(Duration time) {
        return NOON.plus(time);
    }

    private static ContainmentState state(StepState step, Instant... looks) {
        ContainmentTarget target = new ContainmentTarget.Identities(List.of(PLANNER));
        return new ContainmentState(
                new ContainmentPlan(
                        "c-1",
                        NOON,
                        new ContainmentRequest(
                                target, Strength.CONTAIN, Options.USUAL, List.of("gateway")),
                        new Scope(target, List.of(), List.of()),
                        List.of(STEP),
                        BlastRadius.NONE,
                        Exposure.grantsEnded(),
                        List.of(),
                        List.of(),
                        new Approval(Approval.Kind.TYPED, "planner"),
                        Optional.empty()),
                new Confirmation("tester", "", "", "planner"),
                NOON,
                Phase.ENDED,
                List.of(
                        new StepReport(
                                1,
                                step,
                                Optional.of("gateway"),
                                1,
                                Optional.of(NOON),
                                Optional.of(NOON),
                                List.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Arrays.stream(looks).map(DueLooksTest::held).toList())),
                Optional.empty(),
                Optional.of(NOON));
    }

    private static Proof held(Instant at) {
        return new Proof(at, "gateway", Verdict.HOLDS, 1, 1, "", Optional.empty());
    }

    @Test
    void itIsLookedAtAfterAMinuteAndThenEverMoreRarely() {
        ContainmentState state = state(StepState.CONFIRMED, NOON);
        assertThat(DueLooks.of(state, after(Duration.ofSeconds(59)))).isEmpty();
        Instant now = NOON;
        for (Duration due :
                List.of(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1))) {
            assertThat(DueLooks.next(state, now)).contains(after(due));
            now = after(due);
            assertThat(DueLooks.of(state, now))
                    .containsExactly(new DueLooks.Look(STEP, "gateway", now));
            state = state(StepState.CONFIRMED, NOON, now);
            assertThat(DueLooks.of(state, now)).as("it was made").isEmpty();
        }
        assertThat(DueLooks.next(state, now)).isEmpty();
    }

    @Test
    void whatWasMissedIsMadeUpForByOneLook() {
        assertThat(DueLooks.of(state(StepState.CONFIRMED, NOON), after(Duration.ofDays(2))))
                .containsExactly(new DueLooks.Look(STEP, "gateway", after(Duration.ofHours(1))));
    }

    @Test
    void whatIsNotInForceIsNotLookedAt() {
        ContainmentState failed = state(StepState.FAILED);
        assertThat(DueLooks.of(failed, after(Duration.ofMinutes(2)))).isEmpty();
        assertThat(DueLooks.next(failed, NOON)).isEmpty();
    }
}
