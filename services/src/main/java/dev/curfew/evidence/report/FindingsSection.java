package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What was read back, measured and found out about the whole: proofs, clock offsets, residuals. */
final class FindingsSection {
    private static final int MOST_ROWS = 120;
    private static final int LONGEST = 700;

    private final Sheet sheet;
    private final Words words;

    FindingsSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        List<JournalRecord> found =
                facts.records().stream()
                        .filter(record -> record.entry().step() == 0)
                        .filter(record -> !record.entry().received().isBlank())
                        .toList();
        sheet.heading(words.text("findings.heading"));
        if (found.isEmpty()) {
            sheet.paragraph(words.text("findings.none"), Letters.QUIET, 0);
            return;
        }
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("steps.step"),
                                words.text("records.at"),
                                words.text("records.phase"),
                                words.text("findings.what")),
                        8,
                        21,
                        13,
                        66);
        grid.begin();
        for (JournalRecord record : found.stream().limit(MOST_ROWS).toList()) {
            JournalEntry entry = record.entry();
            grid.row(
                    List.of(
                            Cell.of(facts.shortName(entry.operationId())),
                            Cell.of(Words.time(record.at())),
                            Cell.of(words.phase(entry.phase())),
                            Cell.of(Cut.to(LONGEST, said(entry.received())))));
        }
        if (found.size() > MOST_ROWS) {
            sheet.paragraph(words.text("more.journal", found.size() - MOST_ROWS), Letters.QUIET, 0);
        }
    }

    private String said(String received) {
        JsonNode json = RecordedJson.read(received);
        String flat = words.flat(json);
        return flat.isEmpty() ? received.strip() : flat;
    }
}
