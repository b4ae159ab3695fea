package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.evidence.timeline.RecordedJson;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Each thing and each of its fields, before and after, as the plans had them. */
final class ChangesSection {
    private static final int MOST_ROWS = 120;

    private final Sheet sheet;
    private final Words words;

    ChangesSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        List<List<Cell>> rows = new ArrayList<>();
        for (JournalRecord record : facts.records()) {
            if (record.entry().phase() == Phase.PLANNED) {
                String step = facts.shortName(record.entry().operationId());
                for (JsonNode item : items(RecordedJson.read(record.entry().sent()))) {
                    item(step, item, rows);
                }
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        sheet.heading(words.text("changes.heading"));
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("steps.step"),
                                words.text("changes.item"),
                                words.text("changes.field"),
                                words.text("changes.before"),
                                words.text("changes.after")),
                        7,
                        38,
                        15,
                        20,
                        20);
        grid.begin();
        for (List<Cell> row : rows.subList(0, Math.min(rows.size(), MOST_ROWS))) {
            grid.row(row);
        }
        if (rows.size() > MOST_ROWS) {
            sheet.paragraph(words.text("more.plan", rows.size() - MOST_ROWS), Letters.QUIET, 0);
        }
    }

    /** Of a plan, or of one that is nothing but its items. */
    private static Iterable<JsonNode> items(JsonNode plan) {
        return (plan.isArray() ? plan : plan.path("items")).values();
    }

    private void item(String step, JsonNode item, List<List<Cell>> rows) {
        String title = Cut.to(200, RecordedJson.text(item, "title", "key"));
        if (title.isEmpty()) {
            return;
        }
        int before = rows.size();
        for (JsonNode change : item.path("changes").values()) {
            rows.add(
                    List.of(
                            Cell.of(step),
                            Cell.of(title),
                            Cell.of(Cut.to(60, RecordedJson.text(change, "field"))),
                            Cell.of(value(change, "before")),
                            Cell.of(value(change, "after"))));
        }
        if (rows.size() == before) {
            rows.add(List.of(Cell.of(step), Cell.of(title), Cell.of(""), Cell.of(""), Cell.of("")));
        }
    }

    private String value(JsonNode change, String field) {
        String value = RecordedJson.text(change, field);
        return value.isEmpty() ? words.text("changes.nothing") : Cut.to(300, value);
    }
}
