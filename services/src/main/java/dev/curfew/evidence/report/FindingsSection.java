package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was read back, measured and found out about the whole: proofs, clock offsets, residuals. */
final class FindingsSection {
    private static final int MOST_ROWS = 120;
    private static final int LONGEST = 700;
    private static final List<String> SHOWN_ELSEWHERE =
            List.of("bound", "states", "accepted_at", "sent_at", "items", "number");

    private final Sheet sheet;
    private final Words words;

    FindingsSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        boolean containment = !PlannedSteps.of(facts.timeline()).steps().isEmpty();
        List<JournalRecord> found =
                facts.records().stream()
                        // A containment says itself what came of its steps.
                        .filter(record -> !containment || facts.isOwn(record))
                        .filter(FindingsSection::isFinding)
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
                            Cell.of(facts.partOf(record)),
                            Cell.of(Words.time(record.at())),
                            Cell.of(words.phase(entry.phase())),
                            Cell.of(Cut.to(LONGEST, said(entry.received())))));
        }
        if (found.size() > MOST_ROWS) {
            sheet.paragraph(words.text("more.journal", found.size() - MOST_ROWS), Letters.QUIET, 0);
        }
    }

    /** Not the answers to single requests, and not what other sections show. */
    private static boolean isFinding(JournalRecord record) {
        JournalEntry entry = record.entry();
        JsonNode json = RecordedJson.read(entry.received());
        return !entry.received().isBlank()
                && (entry.step() == 0 || json.has("type"))
                && (json.isEmpty() || !rest(json).isEmpty());
    }

    private static JsonNode rest(JsonNode json) {
        return json.isObject() ? ((ObjectNode) json.deepCopy()).remove(SHOWN_ELSEWHERE) : json;
    }

    private String said(String received) {
        JsonNode json = RecordedJson.read(received);
        return json.isEmpty() ? received.strip() : words.flat(rest(json));
    }
}
