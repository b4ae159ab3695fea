package dev.curfew.evidence.timeline;

import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * A bound as a record has it, in its plan or in what came back, as the object {@code bound}. Pure.
 *
 * @param from when it is counted from
 * @param moved by how much all its times were put off, because what the plan had reckoned from its
 *     own moment was accepted later; never negative
 * @param notCovered keys or sentences
 */
public record RecordedBound(
        JournalRecord record,
        Instant from,
        Duration moved,
        List<Line> lines,
        List<JsonNode> notCovered) {
    /** The lines in their order. */
    public static final List<String> KINDS =
            List.of("issuance_stops_by", "agents_know_by", "x509_dead_by", "jwt_dead_by");

    public RecordedBound {
        lines = List.copyOf(lines);
        notCovered = List.copyOf(notCovered);
    }

    /**
     * @param kind one of {@link #KINDS}
     * @param at empty: there is no bound, or nobody knew one
     * @param terms objects with {@code key}, {@code adds} or {@code caps}, and {@code source}
     */
    public record Line(String kind, Optional<Instant> at, List<JsonNode> terms) {
        public Line {
            terms = List.copyOf(terms);
        }
    }

    /**
     * Empty for a record without one.
     *
     * @param lastAccepted when the last of what the record is about was accepted
     */
    static Optional<RecordedBound> of(
            JournalRecord record, Supplier<Optional<Instant>> lastAccepted) {
        boolean planned = record.entry().phase() == Phase.PLANNED;
        JsonNode json =
                RecordedJson.read(planned ? record.entry().sent() : record.entry().received());
        JsonNode bound = json.path("bound");
        if (!bound.isObject()) {
            return Optional.empty();
        }
        Instant reckoned =
                RecordedJson.instant(json.path(planned ? "planned_at" : "accepted_at"))
                        .orElse(record.at());
        // A plan counts from its own moment; a bound must not be too early for what came later.
        Duration moved =
                planned
                        ? lastAccepted
                                .get()
                                .map(at -> wholeSeconds(Duration.between(reckoned, at)))
                                .orElse(Duration.ZERO)
                        : Duration.ZERO;
        List<Line> lines = new ArrayList<>();
        for (String kind : KINDS) {
            if (bound.has(kind)) {
                JsonNode line = bound.path(kind);
                lines.add(
                        new Line(
                                kind,
                                RecordedJson.instant(line.path("at")).map(at -> at.plus(moved)),
                                List.copyOf(line.path("terms").values())));
            }
        }
        return Optional.of(
                new RecordedBound(
                        record,
                        reckoned.plus(moved),
                        moved,
                        lines,
                        List.copyOf(bound.path("not_covered").values())));
    }

    private static Duration wholeSeconds(Duration late) {
        return late.isPositive()
                ? Duration.ofSeconds(late.getNano() == 0 ? late.toSeconds() : late.toSeconds() + 1)
                : Duration.ZERO;
    }

    public Optional<Line> line(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind)).findFirst();
    }
}
