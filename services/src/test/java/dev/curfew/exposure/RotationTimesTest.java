package dev.curfew.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationTimesTest {
    private static final Instant BEGIN = Instant.parse("2026-10-02T00:00:00Z");

    @Test
    void aDaysAuthorityIsPreparedAtTwelveAndActivatedAtTwentyHours() {
        Instant end = BEGIN.plus(Duration.ofHours(24));
        assertThat(RotationTimes.of(BEGIN, end))
                .isEqualTo(
                        new RotationTimes(
                                BEGIN.plus(Duration.ofHours(12)),
                                BEGIN.plus(Duration.ofHours(20))));
        assertThat(RotationTimes.longestUncut(BEGIN, end)).isEqualTo(Duration.ofHours(4));
        assertThat(RotationTimes.longestUncut(BEGIN.minusSeconds(10), end))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void ofALongLifeOnlyTheLastMonthAndWeekCount() {
        Instant end = BEGIN.plus(Duration.ofDays(365));
        assertThat(RotationTimes.of(BEGIN, end))
                .isEqualTo(
                        new RotationTimes(
                                end.minus(Duration.ofDays(30)), end.minus(Duration.ofDays(7))));
    }

    @Test
    void datesInTheWrongOrderGiveNoNegativeLife() {
        assertThat(RotationTimes.longestUncut(BEGIN, BEGIN.minusSeconds(5)))
                .isEqualTo(Duration.ZERO);
    }
}
