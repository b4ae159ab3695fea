package dev.curfew.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connect.TimingValue.Source;
import dev.curfew.property.Cases;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingsJsonTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void whatIsWrittenIsReadAgain() {
        Cases.each(draw -> {
            Map<Timing, TimingValue> values = new EnumMap<>(Timing.class);
            for (Timing timing : Timing.values()) {
                values.put(
                        timing,
                        new TimingValue(
                                draw.millis(0, 100_000_000),
                                draw.oneOf(List.of(Source.values())),
                                draw.maybe(() -> NOON.plus(draw.millis(-1_000_000, 0)))));
            }
            ServerTimings timings = new ServerTimings(values);
            assertThat(TimingsJson.read(TimingsJson.write(timings))).contains(timings);
        });
    }

    @Test
    void ofWhatIsAssumedNothingIsWritten() {
        assertThat(TimingsJson.write(ServerTimings.SPIRE_DEFAULTS)).isEqualTo("{}");
        assertThat(
                        TimingsJson.write(
                                ServerTimings.SPIRE_DEFAULTS.with(
                                        Timing.CA_TTL,
                                        TimingValue.learned(Duration.ofHours(8), NOON))))
                .isEqualTo(
                        "{\"CA_TTL\":{\"value\":\"PT8H\",\"source\":\"LEARNED\","
                                + "\"at\":\"2026-11-22T12:00:00Z\"}}");
    }

    @Test
    void timingsOfANewerCurfewAreLeftOut() {
        assertThat(TimingsJson.read("{\"WARP\":{\"value\":\"PT1S\",\"source\":\"DREAMED\"}}"))
                .contains(ServerTimings.SPIRE_DEFAULTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"CA_TTL\":1}",
                "{\"CA_TTL\":{\"value\":\"PT-1S\",\"source\":\"DECLARED\"}}",
                "{\"CA_TTL\":{\"value\":\"soon\",\"source\":\"DECLARED\"}}",
                "{\"CA_TTL\":{\"value\":\"PT1S\",\"source\":\"HEARD\"}}",
                "{\"CA_TTL\":{\"value\":\"PT1S\",\"source\":\"DECLARED\",\"at\":\"noon\"}}",
                "{\"CA_TTL\":{\"value\":[\"PT1S\"],\"source\":\"DECLARED\"}}",
            })
    void whatIsNoTimingsIsNotRead(String text) {
        assertThat(TimingsJson.read(text)).isEmpty();
    }
}
