package dev.curfew.views.containments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.containment.Change;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.Strength;
import dev.curfew.containment.blast.BlastRadius;
import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.Approval;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.containment.scope.Scope;
import dev.curfew.exposure.Bound;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.views.screens.DirectFxThread;
import dev.curfew.views.testing.TestUi;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountdownTest {
    private static final Instant NOW = TestUi.NOW;
    private static final ExposureBound NONE =
            new ExposureBound(
                    Bound.UNKNOWN, Bound.UNKNOWN, Bound.UNKNOWN, Bound.UNKNOWN, List.of());

    /** One step that deletes entries, accepted an hour ago. */
    static Kept kept(String name, StepState state, Duration x509Left, Duration jwtLeft) {
        return kept(name, state, x509Left, jwtLeft, List.of(), Optional.empty());
    }

    private static Kept kept(
            String name,
            StepState state,
            Duration x509Left,
            Duration jwtLeft,
            List<Proof> proofs,
            Optional<String> restoredBy) {
        ContainmentTarget target =
                new ContainmentTarget.Identities(
                        List.of(SpiffeId.parse("spiffe://acme.test/agent/" + name)));
        ContainmentPlan plan =
                new ContainmentPlan(
                        "c-" + name,
                        NOW.minusSeconds(3600),
                        new ContainmentRequest(
                                target,
                                Strength.CONTAIN,
                                ContainmentRequest.Options.USUAL,
                                List.of("acme")),
                        new Scope(target, List.of(), List.of()),
                        List.of(
                                new PlannedStep(
                                        1,
                                        0,
                                        Lever.DELETE_ENTRIES,
                                        List.of("acme"),
                                        new PlannedStep.Work.Apply(
                                                new Change.DeleteEntries(List.of())),
                                        List.of(),
                                        List.of(),
                                        NONE)),
                        BlastRadius.NONE,
                        NONE,
                        List.of(),
                        List.of(),
                        new Approval(Approval.Kind.TYPED, name),
                        Optional.empty());
        StepReport report =
                new StepReport(
                        1,
                        state,
                        Optional.of("acme"),
                        1,
                        Optional.of(NOW.minusSeconds(3600)),
                        Optional.of(NOW.minusSeconds(3600)),
                        List.of(),
                        Optional.of(
                                new ExposureBound(
                                        Bound.UNKNOWN,
                                        Bound.UNKNOWN,
                                        new Bound(Optional.of(NOW.plus(x509Left)), List.of()),
                                        new Bound(Optional.of(NOW.plus(jwtLeft)), List.of()),
                                        List.of())),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        proofs);
        return new Kept(
                new ContainmentState(
                        plan,
                        new Confirmation("oncall-2", "", "", name),
                        NOW.minusSeconds(3600),
                        ContainmentState.Phase.ENDED,
                        List.of(report),
                        Optional.empty(),
                        Optional.of(NOW.minusSeconds(3500))),
                false,
                Kept.Wish.NONE,
                restoredBy);
    }

    private static Countdown countdown(Kept kept) {
        return Countdown.of(kept, NOW).orElseThrow();
    }

    @Test
    void itRunsUntilTheLongestKindIsDead() {
        Countdown one =
                countdown(
                        kept(
                                "planner",
                                StepState.CONFIRMED,
                                Duration.ofMinutes(20),
                                Duration.ofMinutes(5)));
        assertThat(one.state()).isEqualTo(State.RUNNING);
        assertThat(one.by()).contains(NOW.plusSeconds(1200));
        assertThat(one.isOpen()).isTrue();
        assertThat(one.of(Kind.JWT_SVID).getFirst().by()).contains(NOW.plusSeconds(300));
    }

    @Test
    void oneKindThatRunsKeepsItOpen() {
        Countdown one =
                countdown(
                        kept(
                                "planner",
                                StepState.CONFIRMED,
                                Duration.ofMinutes(-1),
                                Duration.ofSeconds(1)));
        assertThat(one.state()).isEqualTo(State.RUNNING);
        Countdown over =
                countdown(
                        kept(
                                "planner",
                                StepState.CONFIRMED,
                                Duration.ofMinutes(-1),
                                Duration.ZERO));
        assertThat(over.state()).isEqualTo(State.ENDED);
        assertThat(over.isOpen()).isFalse();
        assertThat(over.provedAfterEnd()).isEmpty();
    }

    @Test
    void onlyALookAfterItsEndProvesIt() {
        Proof early = proof(NOW.minusSeconds(90));
        Proof late = proof(NOW.minusSeconds(10));
        Kept over =
                kept(
                        "planner",
                        StepState.CONFIRMED,
                        Duration.ofSeconds(-60),
                        Duration.ofSeconds(-80),
                        List.of(early, late),
                        Optional.empty());
        assertThat(countdown(over).provedAfterEnd()).contains(late);
    }

    private static Proof proof(Instant at) {
        return new Proof(at, "acme", Proof.Verdict.HOLDS, 1, 1, "", Optional.empty());
    }

    @Test
    void whatNobodyKnowsIsNeitherOverNorZero() {
        assertThat(
                        countdown(
                                        kept(
                                                "planner",
                                                StepState.UNKNOWN,
                                                Duration.ofMinutes(-1),
                                                Duration.ofMinutes(-1)))
                                .state())
                .isEqualTo(State.UNKNOWN);
        assertThat(
                        Countdown.of(
                                kept("planner", StepState.WAITING, Duration.ZERO, Duration.ZERO),
                                NOW))
                .isEmpty();
    }

    @Test
    void theLongestStandsFirstAndWhatEndedLast() {
        Kept shorter = kept("b", StepState.CONFIRMED, Duration.ofMinutes(5), Duration.ofMinutes(1));
        Kept longer = kept("c", StepState.CONFIRMED, Duration.ofMinutes(30), Duration.ofMinutes(1));
        Kept back = kept("d", StepState.REVERTED, Duration.ofMinutes(1), Duration.ofMinutes(1));
        Kept over = kept("a", StepState.CONFIRMED, Duration.ofMinutes(-1), Duration.ofMinutes(-1));
        Kept old = kept("e", StepState.CONFIRMED, Duration.ofHours(-25), Duration.ofHours(-25));
        Kept restored =
                kept(
                        "f",
                        StepState.CONFIRMED,
                        Duration.ofMinutes(50),
                        Duration.ofMinutes(1),
                        List.of(),
                        Optional.of("c-restore"));
        ContainmentsModel model = new ContainmentsModel(new DirectFxThread(), TestUi.CLOCK);

        model.feed().accept(List.of(over, shorter, longer, back, old, restored));

        assertThat(model.countdownsProperty().get().stream().map(one -> one.kept().id()))
                .containsExactly("c-d", "c-c", "c-b", "c-f", "c-a");
        assertThat(model.open()).isEqualTo(3);
        assertThat(model.endless()).isEqualTo(1);
        assertThat(model.lastEnd()).isEmpty();
        assertThat(model.find("c-e")).contains(old);
    }

    @Test
    void whereAllCountDownTheLastEndIsThatOfTheLongest() {
        ContainmentsModel model = new ContainmentsModel(new DirectFxThread(), TestUi.CLOCK);
        model.feed()
                .accept(
                        List.of(
                                kept(
                                        "a",
                                        StepState.CONFIRMED,
                                        Duration.ofMinutes(5),
                                        Duration.ofMinutes(1)),
                                kept(
                                        "b",
                                        StepState.ACCEPTED,
                                        Duration.ofMinutes(2),
                                        Duration.ofMinutes(9))));
        assertThat(model.lastEnd()).contains(NOW.plusSeconds(540));
    }
}
