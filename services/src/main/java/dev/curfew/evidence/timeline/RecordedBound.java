package dev.curfew.evidence.timeline;

import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A bound as a record has it: in its plan, or in what came back, as the object {@code bound}. Pure.
 *
 * @param from when it was reckoned
 * @param notCovered keys or sentences
 */
public record RecordedBound(
        JournalRecord record, Instant from, List<Line> lines, List<JsonNode> notCovered) {
    /** The lines in their order. */
    public static final List<String> KINDS =
            List.of("issuance_stops", "nodes_know", "x509_dead", "jwt_dead");

    public RecordedBound {
        lines = List.copyOf(lines);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * @param kind one of {@link #KINDS}
     * @param at empty: there is no bound, or nobody knew one
     * @param terms objects with {@code key}, {@code adds_seconds} or {@code not_after}, {@code
     *     source}
     */
    public record Line(String kind, Optional<Instant> at, List<JsonNode> terms) {
        public Line {
            terms = List.copyOf(terms);
        }
    }

    /** Empty for a record without one. */
    public static Optional<RecordedBound> of(JournalRecord record) {
        boolean planned = record.entry().phase() == Phase.PLANNED;
        JsonNode json =
                RecordedJson.read(planned ? record.entry().sent() : record.entry().received());
        JsonNode bound = json.path("bound");
        if (!bound.isObject()) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        for (String kind : KINDS) {
            if (bound.has(kind)) {
                JsonNode line = bound.path(kind);
                lines.add(
                        new Line(
                                kind,
                                RecordedJson.instant(line.path("at_latest"))
                                        .or(() -> RecordedJson.instant(line)),
                                List.copyOf(line.path("terms").values())));
            }
        }
        Instant from = RecordedJson.instant(json.path("planned_at")).orElse(record.at());
        return Optional.of(
                new RecordedBound(
                        record, from, lines, List.copyOf(bound.path("not_covered").values())));
    }
}
