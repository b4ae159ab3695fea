package dev.curfew.evidence.pack;

import dev.curfew.export.JournalJson;
import dev.curfew.outcome.Outcome;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A stretch of the journal as text, a line for each record. Pure. */
final class ChainLines {
    private ChainLines() {}

    static String write(List<ChainLine> lines) {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> out.append(PackJson.line(node(line))).append('\n'));
        return out.toString();
    }

    private static ObjectNode node(ChainLine line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        return switch (line) {
            case ChainLine.Own(var record) -> JournalJson.node(record);
            case ChainLine.Withheld(var number, var previous, var hash, var why) ->
                    json.put("number", number)
                            .put("withheld", why)
                            .put("previous_hash", previous)
                            .put("hash", hash);
            case ChainLine.Foreign(var number, var hash) ->
                    json.put("number", number).put("hash", hash);
        };
    }

    /** Reads the text that {@link #write} gives, and no other. */
    static Outcome<List<ChainLine>> read(byte[] bytes) {
        Optional<String> text = PackJson.text(bytes);
        if (text.isEmpty() || !text.get().endsWith("\n")) {
            return Broken.at(PackFile.JOURNAL, "it is not lines of text");
        }
        List<ChainLine> lines = new ArrayList<>();
        int from = 0;
        int end = text.get().indexOf('\n');
        while (end >= 0) {
            String line = text.get().substring(from, end);
            Optional<ChainLine> read = PackJson.read(line).flatMap(ChainLines::line);
            if (read.isEmpty() || !PackJson.line(node(read.get())).equals(line)) {
                return Broken.at(
                        PackFile.JOURNAL, "line " + (lines.size() + 1) + " can not be read");
            }
            lines.add(read.get());
            from = end + 1;
            end = text.get().indexOf('\n', from);
        }
        return Outcome.ok(lines);
    }

    private static Optional<ChainLine> line(JsonNode json) {
        long number = json.path("number").asLong(0);
        String hash = text(json, "hash");
        String previous = text(json, "previous_hash");
        if (!isHash(hash) || number < 1) {
            return Optional.empty();
        }
        if (!json.has("previous_hash")) {
            return Optional.of(new ChainLine.Foreign(number, hash));
        }
        if (!isHash(previous)) {
            return Optional.empty();
        }
        if (json.has("withheld")) {
            return Optional.of(
                    new ChainLine.Withheld(number, previous, hash, text(json, "withheld")));
        }
        try {
            Instant at = Instant.parse(text(json, "at"));
            return Optional.of(
                    new ChainLine.Own(new JournalRecord(number, at, entry(json), previous, hash)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JournalEntry entry(JsonNode json) {
        return new JournalEntry(
                text(json, "operation"),
                json.path("step").asInt(0),
                Phase.valueOf(text(json, "phase").toUpperCase(Locale.ROOT)),
                text(json, "operator"),
                text(json, "connection"),
                text(json, "action"),
                text(json, "subject"),
                text(json, "reason"),
                text(json, "incident"),
                text(json, "sent"),
                text(json, "received"));
    }

    private static boolean isHash(String text) {
        return text.length() == 64
                && text.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asString("");
    }
}
