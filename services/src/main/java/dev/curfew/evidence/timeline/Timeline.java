package dev.curfew.evidence.timeline;

import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happened when, and until when something stays open. It follows from the records alone, so
 * whoever has them can make it again. Pure.
 *
 * @param operation that it is about
 */
public record Timeline(String operation, List<Event> events, List<RecordedBound> bounds) {
    public Timeline {
        events = List.copyOf(events);
        bounds = List.copyOf(bounds);
    }

    /**
     * One record.
     *
     * @param part the number of the step that it belongs to; empty for the whole
     */
    public record Event(String part, JournalRecord record) {
        public Instant at() {
            return record.at();
        }

        public Phase phase() {
            return record.entry().phase();
        }
    }

    /**
     * Something that stays open for a time.
     *
     * @param part the number of the step that it belongs to; empty for the whole
     * @param until at the latest; empty: there is no bound, or nobody knew one
     */
    public record Span(
            String part, String kind, RecordedBound bound, Instant from, Optional<Instant> until) {}

    /**
     * @param records of the operation and of those below it, in their order
     */
    public static Timeline of(String operation, List<JournalRecord> records) {
        boolean steps = hasSteps(operation, records);
        List<Event> events = new ArrayList<>();
        for (JournalRecord record : records) {
            events.add(new Event(part(operation, steps, record), record));
        }
        List<RecordedBound> bounds = new ArrayList<>();
        for (Event event : events) {
            RecordedBound.of(event.record(), () -> lastAccepted(event.part(), events))
                    .ifPresent(bounds::add);
        }
        return new Timeline(operation, events, bounds);
    }

    /** A containment's plan has steps, and each of its records says which it is about. */
    private static boolean hasSteps(String operation, List<JournalRecord> records) {
        return records.stream()
                .filter(record -> record.entry().operationId().equals(operation))
                .filter(record -> record.entry().phase() == Phase.PLANNED)
                .anyMatch(
                        record -> RecordedJson.read(record.entry().sent()).path("steps").isArray());
    }

    private static String part(String operation, boolean steps, JournalRecord record) {
        String id = record.entry().operationId();
        if (id.length() > operation.length()) {
            return id.substring(operation.length() + 1);
        }
        int step = record.entry().step();
        return steps && step > 0 ? Integer.toString(step) : "";
    }

    private static Optional<Instant> lastAccepted(String part, List<Event> events) {
        return events.stream()
                .filter(event -> part.isEmpty() || event.part().equals(part))
                .filter(event -> event.phase() == Phase.ACCEPTED)
                .map(Event::at)
                .max(Instant::compareTo);
    }

    /** When the last answer of all was a yes; empty: none was. */
    public Optional<Instant> lastAccepted() {
        return lastAccepted("", events);
    }

    /** Parts in the order in which they first appear. */
    public List<String> parts() {
        return events.stream().map(Event::part).distinct().toList();
    }

    public List<Event> of(String part) {
        return events.stream().filter(event -> event.part().equals(part)).toList();
    }

    String partOf(RecordedBound bound) {
        return events.stream()
                .filter(event -> event.record().number() == bound.record().number())
                .map(Event::part)
                .findFirst()
                .orElse("");
    }

    /** All that was ever said of what stays open, in the order of the records. */
    public List<Span> spans() {
        List<Span> spans = new ArrayList<>();
        for (RecordedBound bound : bounds) {
            String part = partOf(bound);
            bound.lines()
                    .forEach(line ->
                            spans.add(new Span(part, line.kind(), bound, bound.from(), line.at())));
        }
        return spans;
    }

    /** Of each line and part what was said last. */
    public List<Span> latestSpans() {
        List<Span> latest = new ArrayList<>();
        for (Span span : spans()) {
            latest.removeIf(
                    older -> older.kind().equals(span.kind()) && older.part().equals(span.part()));
            latest.add(span);
        }
        return latest;
    }

    /**
     * Of the whole and each of its parts the one that ends last: what is not known is later than
     * anything. Empty where no record has such a line.
     */
    public Optional<Span> last(String kind) {
        Span last = null;
        for (Span span : latestSpans()) {
            if (span.kind().equals(kind) && (last == null || isLater(span, last))) {
                last = span;
            }
        }
        return Optional.ofNullable(last);
    }

    private static boolean isLater(Span span, Span other) {
        return other.until().isPresent()
                && (span.until().isEmpty() || span.until().get().isAfter(other.until().get()));
    }
}
