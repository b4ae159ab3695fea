package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedBound;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The four lines with their terms, and what they do not cover. */
final class BoundSection {
    private static final int MOST_TERMS = 20;
    private static final int MOST_OPEN = 40;

    private final Sheet sheet;
    private final Words words;
    private final List<RecordedBound> bounds;

    BoundSection(ReportFacts facts, Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
        bounds =
                facts.records().stream()
                        .flatMap(record -> RecordedBound.of(record).stream())
                        .filter(bound ->
                                bound.record().entry().operationId().equals(facts.operation()))
                        .toList();
    }

    /** What was reckoned last stands for the whole. */
    private Optional<RecordedBound> last() {
        return bounds.isEmpty() ? Optional.empty() : Optional.of(bounds.getLast());
    }

    void write() throws IOException {
        sheet.heading(words.text("bound.heading"));
        Optional<RecordedBound> last = last();
        if (last.isEmpty()) {
            sheet.paragraph(words.text("bound.none"), Letters.QUIET, 0);
            return;
        }
        RecordedBound bound = last.get();
        sheet.hint(words.text("bound.from", Words.second(bound.from()), bound.record().number()));
        for (RecordedBound.Line line : bound.lines()) {
            line(line, bound);
        }
    }

    private void line(RecordedBound.Line line, RecordedBound bound) throws IOException {
        sheet.need(Letters.STRONG.leading() * 2);
        sheet.down(3 + Letters.STRONG.leading());
        sheet.write(words.text("kind." + line.kind()), Letters.BODY, Sheet.LEFT, sheet.y());
        sheet.write(
                line.at()
                        .map(at -> Words.moment(at, bound.from()))
                        .orElseGet(() -> words.text("bound.unknown")),
                Letters.STRONG,
                Sheet.LEFT + 170,
                sheet.y());
        for (JsonNode term : line.terms().stream().limit(MOST_TERMS).toList()) {
            sheet.paragraph(Cut.to(300, words.term(term)), Letters.CAPTION, 170);
        }
    }

    /** Each sentence once, of the whole and of its steps. */
    void writeOpen(ReportFacts facts) throws IOException {
        List<String> sentences =
                Stream.concat(
                                last().stream(),
                                facts.records().stream()
                                        .flatMap(record -> RecordedBound.of(record).stream()))
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
                    words.text("more.plan", sentences.size() - MOST_OPEN), Letters.QUIET, 0);
        }
    }
}
