package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.util.List;

/** All records, as the journal has them, with the beginnings of their hashes. */
final class RecordsSection {
    private static final int MOST_ROWS = 400;
    private static final int HASH_SHOWN = 12;

    private final Sheet sheet;
    private final Words words;

    RecordsSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        sheet.heading(words.text("records.heading"));
        if (facts.withheld() > 0) {
            sheet.paragraph(words.text("records.withheld", facts.withheld()), Letters.STRONG, 0);
        }
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("records.number"),
                                words.text("records.at"),
                                words.text("steps.step"),
                                words.text("records.phase"),
                                words.text("records.operator"),
                                words.text("records.subject"),
                                words.text("records.hash")),
                        7,
                        21,
                        8,
                        13,
                        12,
                        33,
                        14);
        grid.begin();
        for (JournalRecord record : facts.records().stream().limit(MOST_ROWS).toList()) {
            JournalEntry entry = record.entry();
            grid.row(
                    List.of(
                            Cell.of(Long.toString(record.number())),
                            Cell.of(Words.time(record.at())),
                            Cell.of(
                                    step(
                                            facts.shortName(entry.operationId()),
                                            facts.partOf(record),
                                            entry.step())),
                            Cell.of(words.phase(entry.phase())),
                            Cell.of(Cut.to(60, entry.operator())),
                            Cell.of(Cut.to(160, entry.subject())),
                            Cell.of(record.hash().substring(0, HASH_SHOWN) + "…")));
        }
        if (facts.records().size() > MOST_ROWS) {
            sheet.paragraph(
                    words.text("more.journal", facts.records().size() - MOST_ROWS),
                    Letters.QUIET,
                    0);
        }
    }

    /** The step, and the batch of it; a containment's own records are of no batch. */
    private static String step(String operation, String part, int step) {
        if (step == 0 || !part.equals(operation)) {
            return part;
        }
        return (part + " #" + step).strip();
    }
}
