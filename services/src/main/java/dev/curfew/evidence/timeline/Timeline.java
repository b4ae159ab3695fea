package dev.curfew.evidence.timeline;

import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What happened when, and until when something stays open. It follows from the records alone, so
 * whoever has them can make it again. Pure.
 */
public record Timeline(List<Event> events, List<Span> spans) {
    public Timeline {
        events = List.copyOf(events);
        spans = List.copyOf(spans);
    }

    /** One record. */
    public record Event(
            Instant at,
            long record,
            String operation,
            int step,
            JournalEntry.Phase phase,
            String action,
            String subject) {}

    /**
     * Something that stays open for a time.
     *
     * @param kind one of {@link RecordedBound#KINDS}, or {@code residual}
     * @param title of a residual, as it was recorded; else empty
     * @param record that says so
     * @param until at the latest; empty: there is no bound, or nobody knew one
     */
    public record Span(
            String kind,
            String title,
            String operation,
            long record,
            Instant from,
            Optional<Instant> until) {}

    /**
     * @param records of an operation and of those below it, in their order
     */
    public static Timeline of(List<JournalRecord> records) {
        List<Event> events = new ArrayList<>();
        List<Span> spans = new ArrayList<>();
        for (JournalRecord record : records) {
            JournalEntry entry = record.entry();
            events.add(
                    new Event(
                            record.at(),
                            record.number(),
                            entry.operationId(),
                            entry.step(),
                            entry.phase(),
                            entry.action(),
                            entry.subject()));
            RecordedBound.of(record).ifPresent(bound -> spans.addAll(spans(bound)));
            spans.addAll(residuals(record));
        }
        return new Timeline(events, spans);
    }

    private static List<Span> spans(RecordedBound bound) {
        return bound.lines().stream()
                .map(line ->
                        new Span(
                                line.kind(),
                                "",
                                bound.record().entry().operationId(),
                                bound.record().number(),
                                bound.from(),
                                line.at()))
                .toList();
    }

    /** What a containment says is left: an array {@code residuals} of objects with a title. */
    private static List<Span> residuals(JournalRecord record) {
        List<Span> spans = new ArrayList<>();
        JsonNode json = RecordedJson.read(record.entry().received());
        for (JsonNode one : json.path("residuals").values()) {
            String title = RecordedJson.text(one, "title", "subject", "name", "what");
            if (one.isObject() && !title.isEmpty()) {
                spans.add(
                        new Span(
                                "residual",
                                title,
                                record.entry().operationId(),
                                record.number(),
                                record.at(),
                                RecordedJson.instant(one.path("until"))
                                        .or(() -> RecordedJson.instant(one.path("at_latest")))
                                        .or(() -> RecordedJson.instant(one.path("dead_by")))));
            }
        }
        return spans;
    }

    /** Of each line and operation what was said last: what a drawing shows. */
    public List<Span> latestSpans() {
        List<Span> latest = new ArrayList<>();
        for (Span span : spans) {
            latest.removeIf(older ->
                    older.kind().equals(span.kind())
                            && older.title().equals(span.title())
                            && older.operation().equals(span.operation()));
            latest.add(span);
        }
        return latest;
    }
}
