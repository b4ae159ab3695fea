package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.ManualFxThread;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestValueTest {
    private final ManualFxThread fx = new ManualFxThread();
    private final List<Integer> seen = new ArrayList<>();
    private final LatestValue<Integer> values = new LatestValue<>(fx, seen::add, fx::nanos);

    @Test
    void aSingleValueArrivesAtOnce() {
        values.offer(1);
        fx.pass(Duration.ZERO);
        assertThat(seen).containsExactly(1);
    }

    @Test
    void aStreamIsThinnedToTenInAnySecondAndItsLastValueArrives() {
        for (int i = 0; i < 3000; i++) {
            values.offer(i);
            fx.pass(Duration.ofMillis(1));
        }
        fx.pass(LatestValue.PACE);
        for (int from = 0; from < 2000; from++) {
            int start = from;
            assertThat(seen.stream().filter(i -> i >= start && i < start + 1000).count())
                    .isLessThanOrEqualTo(10);
        }
        assertThat(seen).hasSizeGreaterThan(18).endsWith(2999);
    }

    @Test
    void afterARestTheFirstOnesArriveAtOnce() {
        for (int i = 0; i < 5; i++) {
            values.offer(i);
            fx.pass(Duration.ofMillis(1));
        }
        assertThat(seen).containsExactly(0, 1, 2, 3);
    }

    @Test
    void nothingArrivesAfterClosing() {
        values.offer(1);
        values.close();
        fx.pass(LatestValue.PACE);
        assertThat(seen).isEmpty();
    }
}
