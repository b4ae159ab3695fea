package dev.curfew.text;

import static dev.curfew.text.Durations.Zero.ALLOWED;
import static dev.curfew.text.Durations.Zero.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.property.Cases;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "30s, 30",
        "5m, 300",
        "1h30m, 5400",
        "1 h 30 m, 5400",
        "2d, 172800",
        " 2 d , 172800",
        "1d1h1m1s, 90061",
        "90m, 5400",
        "5 min, 300",
        "1hour 30minutes 1 second, 5401",
        "007s, 7",
        "2147483647s, 2147483647",
    })
    void reads(String text, long seconds) {
        assertThat(Durations.parse(text, REFUSED))
                .isEqualTo(Outcome.ok(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"0", "0s", "0h0m"})
    void takesNothingOnlyWhereItMeansSomething(String text) {
        assertThat(Durations.parse(text, ALLOWED)).isEqualTo(Outcome.ok(Duration.ZERO));
        assertThat(Durations.parse(text, REFUSED))
                .isEqualTo(
                        Outcome.failed(
                                Reason.INVALID_DURATION, text, "it must be longer than nothing"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "-5m|it must not be negative",
                "−5m|it must not be negative",
                "90|a unit is missing after 90",
                "1h30|a unit is missing after 30",
                "h|a number is missing before h",
                "1h m|a number is missing before m",
                "soon|a number is missing before soon",
                "1.5h|. is not a unit; the units are d, h, m and s",
                "5M|M is not a unit; the units are d, h, m and s",
                "500ms|ms is not a unit; the units are d, h, m and s",
                "30m1h|each unit comes once, the larger ones first",
                "1h1h|each unit comes once, the larger ones first",
                "2147483648s|it is longer than 2147483647 seconds",
                "24856d|it is longer than 2147483647 seconds",
                "99999999999s|it is longer than 2147483647 seconds",
            })
    void saysWhatIsWrong(String text, String detail) {
        assertThat(Durations.parse(text, ALLOWED))
                .isEqualTo(Outcome.failed(Reason.INVALID_DURATION, text, detail));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 s",
        "300, 5 m",
        "3600, 1 h",
        "5400, 1 h 30 m",
        "86400, 24 h",
        "90061, 25 h 1 m 1 s",
        "172800, 2 d",
        "176400, 2 d 1 h",
        "-300, −5 m",
        "-5400, −1 h 30 m",
    })
    void shows(long seconds, String text) {
        assertThat(Durations.display(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void leavesOutPartsOfASecond() {
        assertThat(Durations.display(Duration.ofMillis(1999))).isEqualTo("1 s");
        assertThat(Durations.display(Duration.ofMillis(-1))).isEqualTo("0 s");
    }

    @Test
    void whatIsShownCanBeReadAgain() {
        Cases.each(draw -> {
            Duration duration = Duration.ofSeconds(draw.between(0, 2147483647L));
            assertThat(Durations.parse(Durations.display(duration), ALLOWED))
                    .isEqualTo(Outcome.ok(duration));
        });
    }

    @Test
    void termsAddUp() {
        Cases.each(draw -> {
            int days = draw.between(0, 999);
            int hours = draw.between(0, 999);
            int minutes = draw.between(0, 999);
            int seconds = draw.between(0, 999);
            assertThat(
                            Durations.parse(
                                    days + "d" + hours + "h" + minutes + "m" + seconds + "s",
                                    ALLOWED))
                    .isEqualTo(
                            Outcome.ok(
                                    Duration.ofDays(days)
                                            .plusHours(hours)
                                            .plusMinutes(minutes)
                                            .plusSeconds(seconds)));
        });
    }

    @Test
    void anyTextIsReadOrRefusedButNeverThrown() {
        Cases.each(draw -> assertThat(Durations.parse(draw.text(), ALLOWED)).isNotNull());
    }
}
