package dev.curfew.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, now",
        "59, in 59 s",
        "-1, 1 s ago",
        "3661, in 1 h 1 m",
        "90000, in 25 h",
        "172799, in 47 h 59 m",
        "172800, in 2 d",
        "300000, in 3 d",
        "-864000, 10 d ago"
    })
    void howFarAway(long seconds, String text) {
        assertThat(Moments.away(NOON.plusSeconds(seconds), NOON)).isEqualTo(text);
    }

    @Test
    void toTheSecond() {
        assertThat(Moments.both(NOON.plusMillis(5_900), NOON))
                .isEqualTo("2026-11-22T12:00:05Z (in 5 s)");
    }
}
