package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScalesTest {
    private static final Instant AT = Instant.parse("2026-10-02T14:01:12Z");

    @Test
    void stepsAreRoundAndReachTheTop() {
        assertThat(Scales.step(0, 4)).isEqualTo(1);
        assertThat(Scales.step(3, 4)).isEqualTo(1);
        assertThat(Scales.step(127, 4)).isEqualTo(50);
        assertThat(Scales.step(1_024_000, 4)).isEqualTo(500_000);
    }

    @Test
    void ticksAreRoundTimesInside() {
        assertThat(Scales.ticks(AT, AT.plus(Duration.ofHours(24)), 5))
                .containsExactly(
                        Instant.parse("2026-10-02T18:00:00Z"),
                        Instant.parse("2026-10-03T00:00:00Z"),
                        Instant.parse("2026-10-03T06:00:00Z"),
                        Instant.parse("2026-10-03T12:00:00Z"));
        assertThat(Scales.ticks(AT, AT, 5)).isEmpty();
    }
}
