package dev.curfew.views.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.lab.LabSnapshot.Happening;
import dev.curfew.views.lab.LabSnapshot.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabFiguresTest {
    private static LabFigures of(LabSnapshot lab) {
        return LabFigures.of(lab, Incident.AGENT);
    }

    private static LabSnapshot with(List<Call> calls, List<Moment> moments) {
        return new LabSnapshot(
                true, Incident.LANES, calls, moments, List.of(), List.of(), Set.of());
    }

    @Test
    void thereAreNoneWhileNothingWasTakenFromIt() {
        LabFigures figures = of(Incident.quiet());

        assertThat(figures.since()).isEmpty();
        assertThat(figures.toLastOk()).isEmpty();
        assertThat(figures.okAfter()).isZero();
    }

    @Test
    void countWhatWentThroughAndWhatDidNotSinceTheEntryWasGone() {
        LabFigures figures = of(Incident.deleted());

        // Every other second: 112 s by certificate, 22 s by token, 150 s over the open one.
        assertThat(figures.okAfter()).isEqualTo(56 + 11 + 75);
        assertThat(figures.denied()).isEqualTo(75 - 56 + 75 - 11);
        assertThat(figures.others()).isEmpty();
    }

    @Test
    void tellTheLastOkOfNewConnectionsApartFromThatOfAnOpenOne() {
        LabFigures figures = of(Incident.deleted());

        assertThat(figures.toLastOk()).contains(Duration.ofMillis(148_200));
        assertThat(figures.toLastNewOk()).contains(Duration.ofMillis(110_000));
    }

    @Test
    void nameTheOthersWhoseCallsAreDeniedThoughNothingWasTakenFromThem() {
        List<Call> calls = new ArrayList<>(Incident.deleted().calls());
        calls.add(new Call(9_999, Incident.NOW, 3, Optional.of(LabDenial.CALLED_UNKNOWN), true));

        assertThat(of(with(calls, Incident.deleted().moments())).others())
                .containsExactly(Incident.OTHER);
    }

    @Test
    void aCallBetweenTheDeletionAndTheLookThatSawItCounts() {
        Call between = new Call(1, Incident.GONE.minusMillis(150), 0, Optional.empty(), false);
        Call before = new Call(2, Incident.GONE.minusMillis(300), 0, Optional.empty(), true);

        LabFigures figures =
                of(
                        with(
                                List.of(before, between),
                                List.of(
                                        new Moment(
                                                Incident.GONE,
                                                Happening.ENTRY_GONE,
                                                Incident.AGENT))));

        assertThat(figures.okAfter()).isEqualTo(1);
        assertThat(figures.toLastOk()).contains(Duration.ZERO);
    }
}
