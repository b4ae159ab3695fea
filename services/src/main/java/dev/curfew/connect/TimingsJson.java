package dev.curfew.connect;

import dev.curfew.connect.TimingValue.Source;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Timings as JSON, to be kept: durations and times in ISO 8601, and of what is assumed nothing
 * unless it is not SPIRE's default. Pure.
 */
public final class TimingsJson {
    private static final int LONGEST = 10_000;

    private TimingsJson() {}

    public static String write(ServerTimings timings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Timing timing : Timing.values()) {
            TimingValue value = timings.of(timing);
            if (!value.equals(TimingValue.assumed(timing))) {
                ObjectNode one = json.putObject(timing.name());
                one.put("value", value.value().toString());
                one.put("source", value.source().name());
                value.at().ifPresent(at -> one.put("at", at.toString()));
            }
        }
        return json.toString();
    }

    /** Empty if it is not what {@link #write} gives; timings of a newer Curfew are left out. */
    public static Optional<ServerTimings> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode json = JsonMapper.shared().readTree(text);
            if (!json.isObject()) {
                return Optional.empty();
            }
            Map<Timing, TimingValue> values = new EnumMap<>(Timing.class);
            for (Timing timing : Timing.values()) {
                JsonNode one = json.path(timing.name());
                if (!one.isMissingNode()) {
                    values.put(timing, value(one));
                }
            }
            return Optional.of(new ServerTimings(values));
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static TimingValue value(JsonNode json) {
        JsonNode at = json.path("at");
        return new TimingValue(
                Duration.parse(json.path("value").asString("")),
                Source.valueOf(json.path("source").asString("")),
                at.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(Instant.parse(at.asString(""))));
    }
}
