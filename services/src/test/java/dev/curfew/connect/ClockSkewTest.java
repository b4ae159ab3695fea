package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.property.Cases;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClockSkewTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void oneObservationTellsASecondAndTheRoundTrip() {
        ClockSkew skew =
                ClockSkew.observed(NOON, NOON.plusSeconds(10), NOON.plusMillis(40)).orElseThrow();
        assertThat(skew).isEqualTo(new ClockSkew(Duration.ofMillis(9_960), Duration.ofSeconds(11)));
        assertThat(skew.uncertainty()).isEqualTo(Duration.ofMillis(1_040));
        assertThat(skew.mayBeZero()).isFalse();
    }

    @Test
    void unknownIsEmptyAndNotZero() {
        assertThat(ClockSkew.intersection(List.of())).isEmpty();
        assertThat(ClockSkew.observed(NOON, NOON, NOON.minusMillis(1))).isEmpty();
    }

    @Test
    void aClockThatWasSetInBetweenLeavesNothingKnown() {
        ClockSkew before = new ClockSkew(Duration.ZERO, Duration.ofSeconds(1));
        ClockSkew after = new ClockSkew(Duration.ofSeconds(60), Duration.ofSeconds(61));
        assertThat(before.intersect(after)).isEmpty();
        assertThat(ClockSkew.intersection(List.of(before, after, before))).isEmpty();
    }

    @Test
    void boundsUseTheWorseEnd() {
        ClockSkew skew = new ClockSkew(Duration.ofSeconds(-3), Duration.ofSeconds(2));
        assertThat(skew.latestHere(NOON)).isEqualTo(NOON.plusSeconds(3));
        assertThat(skew.earliestHere(NOON)).isEqualTo(NOON.minusSeconds(2));
        assertThat(skew.latestThere(NOON)).isEqualTo(NOON.plusSeconds(2));
        assertThat(skew.earliestThere(NOON)).isEqualTo(NOON.minusSeconds(3));
        assertThat(skew.mayBeZero()).isTrue();
    }

    @Test
    void endsInTheWrongOrderAreABug() {
        assertThatThrownBy(() -> new ClockSkew(Duration.ofSeconds(1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever the true skew and the way of the messages, it lies within what is concluded. */
    @Test
    void theTruthLiesWithin() {
        Cases.each(draw -> {
            Duration truth = draw.millis(-100_000_000, 100_000_000);
            long wayBack = draw.between(0L, 5_000L);
            List<ClockSkew> observations = new ArrayList<>();
            Instant sent = NOON;
            for (long wayThere : draw.some(1, 8, () -> draw.between(0L, 5_000L))) {
                Instant worked = sent.plusMillis(wayThere);
                Instant received = worked.plusMillis(wayBack);
                Instant stamp = worked.plus(truth).truncatedTo(ChronoUnit.SECONDS);
                observations.add(ClockSkew.observed(sent, stamp, received).orElseThrow());
                sent = received.plusMillis(137);
            }
            Optional<ClockSkew> known = ClockSkew.intersection(observations);
            assertThat(known).isPresent();
            assertThat(truth).isBetween(known.get().low(), known.get().high());
            assertThat(observations)
                    .allSatisfy(one ->
                            assertThat(known.get().uncertainty())
                                    .isLessThanOrEqualTo(one.uncertainty()));
            Instant there = NOON.plus(truth);
            assertThat(NOON)
                    .isBetween(known.get().earliestHere(there), known.get().latestHere(there));
        });
    }
}
