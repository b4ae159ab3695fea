package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.text.Durations;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** What a report says, in its own words and in the services'. Any thread. */
final class Words {
    private static final int LONGEST_VALUE = 160;
    private static final DateTimeFormatter DAY = pattern("uuuu-MM-dd");
    private static final DateTimeFormatter SECOND = pattern("uuuu-MM-dd HH:mm:ss'Z'");
    private static final DateTimeFormatter TIME = pattern("uuuu-MM-dd HH:mm:ss.SSS");

    private final Texts own = Texts.load("dev.curfew.text.evidence", Locale.ROOT);
    private final Texts services = Texts.ofServices();

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    String text(String key, Object... arguments) {
        return own.get(key, arguments);
    }

    String phase(Phase phase) {
        return own.get("phase." + phase.name());
    }

    /** To the millisecond: {@code 2026-11-22 12:00:05.120}. */
    static String time(Instant at) {
        return TIME.format(at);
    }

    /** Without the day where it is the one that is expected. */
    static String time(Instant at, Instant sameDay) {
        String day = DAY.format(sameDay);
        String time = time(at);
        return time.startsWith(day) ? time.substring(day.length() + 1) : time;
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    /** {@code the server's entry cache, 5 s (observed)}. */
    String term(JsonNode term) {
        if (term.path("text").isString()) {
            return term.path("text").stringValue();
        }
        String value =
                RecordedJson.instant(term.path("caps"))
                        .map(SECOND::format)
                        .orElseGet(() -> amount(RecordedJson.text(term, "adds")));
        String source = term.path("source").asString("").toUpperCase(Locale.ROOT);
        return known("term." + term.path("key").asString(""), value)
                + (source.isEmpty() ? "" : " (" + known("source." + source) + ")");
    }

    private static String amount(String iso) {
        try {
            return duration(Duration.parse(iso));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    static String duration(Duration duration) {
        boolean whole =
                duration.getNano() == 0
                        && !duration.isNegative()
                        && duration.compareTo(Durations.LONGEST) <= 0;
        return whole ? Durations.display(duration) : duration.toString();
    }

    /** {@code DELETE_ENTRIES} in its sentence. */
    String lever(String name) {
        StringBuilder key = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split("_", -1)) {
            boolean first = key.isEmpty() || word.isEmpty();
            key.append(first ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return services.has("lever." + key) ? services.get("lever." + key) : name;
    }

    /** A word for a strength, or what was recorded. */
    String strength(String word) {
        return known("strength." + word);
    }

    /** A key, or an object with one, or a sentence. */
    String notCovered(JsonNode one) {
        if (one.path("text").isString()) {
            return one.path("text").stringValue();
        }
        String key = one.isString() ? one.stringValue() : one.path("key").asString("");
        return known("notCovered." + key);
    }

    /** What has no sentence shows as the last part of its key. */
    private String known(String key, Object... arguments) {
        return services.has(key)
                ? services.get(key, arguments)
                : key.substring(key.indexOf('.') + 1);
    }

    /** {@code 2026-11-22 12:00:05Z}. */
    static String second(Instant at) {
        return SECOND.format(at);
    }

    static String moment(Instant at, Instant from) {
        return SECOND.format(at) + " (" + Moments.away(at, from) + ")";
    }

    /** JSON as a line of names and values. */
    String flat(JsonNode json) {
        if (json.isObject()) {
            StringJoiner fields = new StringJoiner(", ");
            for (Map.Entry<String, JsonNode> field : json.properties()) {
                fields.add(field.getKey().replace('_', ' ') + ": " + nested(field.getValue()));
            }
            return fields.toString();
        }
        if (json.isArray()) {
            StringJoiner items = new StringJoiner("; ");
            json.values().forEach(item -> items.add(flat(item)));
            return items.toString();
        }
        return json.isNull() ? text("findings.null") : Cut.to(LONGEST_VALUE, json.asString(""));
    }

    private String nested(JsonNode value) {
        return value.isContainer() ? "(" + flat(value) + ")" : flat(value);
    }
}
