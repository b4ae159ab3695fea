package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.TestUi;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgesTest {
    private final Ages ages = new Ages(TestUi.texts(), TestUi.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "-5, 0 s",
        "23, 23 s",
        "153, 2 m 33 s",
        "605, 10 m 05 s",
        "1800, 30 m",
        "3780, 1 h 03 m",
        "86400, 24 h",
        "187200, 2 d 04 h",
        "2505600, 29 d"
    })
    void writesTheTwoLargestUnits(long seconds, String text) {
        assertThat(ages.rough(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0:00",
        "-9, 0:00",
        "1, 0:01",
        "877, 14:37",
        "3729, 1:02:09",
        "187201, 2 d 4:00:01"
    })
    void countsDown(long seconds, String text) {
        assertThat(ages.countdown(TestUi.NOW.plusSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "-9, 0 s",
        "59, 59 s",
        "60, 1 m 00 s",
        "1739, 28 m 59 s",
        "3600, 1 h 00 m 00 s",
        "3792, 1 h 03 m 12 s",
        "187200, 2 d 04 h"
    })
    void saysWhatIsLeftInAlwaysTheSameUnits(long seconds, String text) {
        assertThat(ages.left(TestUi.NOW.plusSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void whatIsLeftIsNeverSaidToBeLess() {
        assertThat(ages.left(TestUi.NOW.plusMillis(1))).isEqualTo("1 s");
        assertThat(ages.left(TestUi.NOW.plusMillis(60_001))).isEqualTo("1 m 01 s");
    }

    @Test
    void aCountdownReachesZeroOnlyAtTheEnd() {
        assertThat(ages.countdown(TestUi.NOW.plusMillis(1))).isEqualTo("0:01");
    }

    @Test
    void writesInstants() {
        assertThat(ages.at(Instant.parse("2026-10-02T14:31:17Z"))).isEqualTo("14:31:17");
        assertThat(ages.at(Instant.parse("2026-10-03T04:31:17Z"))).isEqualTo("3 Oct 04:31");
        assertThat(ages.full(TestUi.NOW)).isEqualTo("2026-10-02 14:01:12 UTC");
        assertThat(ages.withZone(TestUi.NOW)).isEqualTo("14:01:12 UTC");
        assertThat(ages.since(TestUi.NOW.minusSeconds(23))).isEqualTo("23 s");
        assertThat(ages.until(TestUi.NOW.plusSeconds(61))).isEqualTo("1 m 01 s");
    }

    @Test
    void writesLatencies() {
        assertThat(ages.latency(Duration.ofMillis(4))).isEqualTo("4 ms");
        assertThat(ages.latency(Duration.ofMillis(1240))).isEqualTo("1.2 s");
    }

    @Test
    void writesCounts() {
        assertThat(Counts.of(1_024_000)).isEqualTo("1,024,000");
        assertThat(Counts.brief(9_990)).isEqualTo("9,990");
        assertThat(Counts.brief(12_345)).isEqualTo("12 k");
        assertThat(Counts.brief(1_290_000)).isEqualTo("1.2 M");
    }
}
