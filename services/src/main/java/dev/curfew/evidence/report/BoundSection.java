package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedBound;
import dev.curfew.evidence.timeline.Timeline;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The four lines with their terms, and what they do not cover. */
final class BoundSection {
    private static final float VALUES = 150;
    private static final int MOST_TERMS = 20;
    private static final int MOST_OPEN = 40;

    private final Timeline timeline;
    private final Sheet sheet;
    private final Words words;

    BoundSection(Timeline timeline, Sheet sheet, Words words) {
        this.timeline = timeline;
        this.sheet = sheet;
        this.words = words;
    }

    void write(boolean allAsWanted) throws IOException {
        sheet.heading(words.text("bound.heading"));
        if (timeline.bounds().isEmpty()) {
            sheet.paragraph(words.text("bound.none"), Letters.QUIET, 0);
            return;
        }
        Optional<Instant> accepted = timeline.lastAccepted();
        sheet.hint(
                accepted.map(at -> words.text("bound.accepted", Words.second(at)))
                        .orElseGet(() -> words.text("bound.notAccepted")));
        if (!allAsWanted) {
            sheet.paragraph(words.text("bound.notAll"), Letters.WARNING, 0);
        }
        for (String kind : RecordedBound.KINDS) {
            Optional<Timeline.Span> last = timeline.last(kind);
            if (last.isPresent()) {
                line(last.get());
            }
        }
    }

    private void line(Timeline.Span span) throws IOException {
        sheet.need(Letters.STRONG.leading() * 3);
        sheet.down(3 + Letters.STRONG.leading());
        sheet.write(words.text("kind." + span.kind()), Letters.BODY, Sheet.LEFT, sheet.y());
        sheet.write(
                span.until()
                        .map(at -> Words.moment(at, span.from()))
                        .orElseGet(() -> words.text("bound.unknown")),
                Letters.STRONG,
                Sheet.LEFT + VALUES,
                sheet.y());
        sheet.paragraph(
                words.text("bound.from", Words.second(span.from()), span.bound().record().number())
                        + moved(span.bound().moved()),
                Letters.CAPTION,
                VALUES);
        List<JsonNode> terms =
                span.bound().line(span.kind()).map(RecordedBound.Line::terms).orElse(List.of());
        for (JsonNode term : terms.stream().limit(MOST_TERMS).toList()) {
            sheet.paragraph(Cut.to(300, words.term(term)), Letters.CAPTION, VALUES);
        }
    }

    private String moved(Duration moved) {
        return moved.isZero() ? "" : words.text("bound.moved", Words.duration(moved));
    }

    /** Each sentence once, of the whole and of its parts. */
    void writeOpen() throws IOException {
        List<String> sentences =
                timeline.bounds().stream()
                        .flatMap(bound -> bound.notCovered().stream())
                        .map(words::notCovered)
                        .distinct()
                        .toList();
        sheet.heading(words.text("open.heading"));
        if (sentences.isEmpty()) {
            sheet.paragraph(words.text("open.none"), Letters.QUIET, 0);
        }
        for (String sentence : sentences.stream().limit(MOST_OPEN).toList()) {
            sheet.paragraph("– " + Cut.to(400, sentence), Letters.BODY, 0);
        }
        if (sentences.size() > MOST_OPEN) {
            sheet.paragraph(
                    words.text("more.journal", sentences.size() - MOST_OPEN), Letters.QUIET, 0);
        }
    }
}
