package dev.curfew.evidence.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What records say as JSON. Whoever wrote them may be older or newer, and the answers in them came
 * from servers: what is not there, or is of another kind, counts as not there. Pure.
 */
public final class RecordedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private RecordedJson() {}

    /** An empty object for what is no JSON. */
    public static JsonNode read(String text) {
        String trimmed = text.strip();
        if (trimmed.startsWith("{") || trimmed.startsWith("[")) {
            try {
                return MAPPER.readTree(trimmed);
            } catch (JacksonException e) {
                return JsonNodeFactory.instance.objectNode();
            }
        }
        return JsonNodeFactory.instance.objectNode();
    }

    public static Optional<Instant> instant(JsonNode value) {
        try {
            return value.isString()
                    ? Optional.of(Instant.parse(value.stringValue()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The first of these fields that holds a text. */
    public static String text(JsonNode object, String... fields) {
        for (String field : fields) {
            if (object.path(field).isString()) {
                return object.path(field).stringValue();
            }
        }
        return "";
    }
}
