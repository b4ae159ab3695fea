package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.store.JournalRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A row for each operation: what it was, when it was sent and answered, what reading back said. */
final class StepsSection {
    private static final int MOST_ROWS = 200;
    private static final Set<Phase> READ_BACK =
            EnumSet.of(Phase.CONFIRMED, Phase.CONTRADICTED, Phase.REVERTED);

    /** The later one says more of how it came out. */
    private static final List<Phase> OUTCOMES =
            List.of(
                    Phase.NOTE,
                    Phase.PLANNED,
                    Phase.SENDING,
                    Phase.ACCEPTED,
                    Phase.CONFIRMED,
                    Phase.ABORTED,
                    Phase.FAILED,
                    Phase.CONTRADICTED,
                    Phase.REVERTED);

    private final Sheet sheet;
    private final Words words;
    private Instant day = Instant.EPOCH;

    StepsSection(Sheet sheet, Words words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write(ReportFacts facts) throws IOException {
        sheet.heading(words.text("steps.heading"));
        day = facts.timeline().events().stream().map(Timeline.Event::at).findFirst().orElse(day);
        sheet.hint(words.text("steps.hint", Words.day(day)));
        Grid grid =
                new Grid(
                        sheet,
                        List.of(
                                words.text("steps.step"),
                                words.text("steps.what"),
                                words.text("steps.sent"),
                                words.text("steps.accepted"),
                                words.text("steps.readBack"),
                                words.text("steps.state")),
                        8,
                        44,
                        12,
                        12,
                        12,
                        14);
        grid.begin();
        Map<String, List<JournalRecord>> operations = facts.byOperation();
        int rows = 0;
        for (Map.Entry<String, List<JournalRecord>> operation : operations.entrySet()) {
            if (rows++ == MOST_ROWS) {
                sheet.paragraph(
                        words.text("more.journal", operations.size() - MOST_ROWS),
                        Letters.QUIET,
                        0);
                return;
            }
            grid.row(row(facts.shortName(operation.getKey()), operation.getValue()));
        }
    }

    private List<Cell> row(String name, List<JournalRecord> records) {
        JournalRecord first = records.getFirst();
        Phase outcome = outcome(records);
        return List.of(
                Cell.of(name.isEmpty() ? words.text("steps.whole") : Cut.to(20, name)),
                Cell.of(
                        Cut.to(40, first.entry().action())
                                + " "
                                + Cut.to(220, first.entry().subject())),
                Cell.of(first(records, Set.of(Phase.SENDING))),
                Cell.of(last(records, Set.of(Phase.ACCEPTED))),
                Cell.of(last(records, READ_BACK)),
                new Cell(words.text("outcome." + outcome.name()), letters(outcome)));
    }

    private static Letters letters(Phase outcome) {
        Ink ink =
                switch (outcome) {
                    case CONFIRMED -> Ink.CONFIRMED;
                    case FAILED, CONTRADICTED, REVERTED, ABORTED -> Ink.WRONG;
                    default -> Ink.TEXT;
                };
        return new Letters(Letters.SMALL.size(), true, ink);
    }

    static Phase outcome(List<JournalRecord> records) {
        return records.stream()
                .map(record -> record.entry().phase())
                .filter(OUTCOMES::contains)
                .max((a, b) -> Integer.compare(OUTCOMES.indexOf(a), OUTCOMES.indexOf(b)))
                .orElse(Phase.FINISHED);
    }

    private String first(List<JournalRecord> records, Set<Phase> phases) {
        return records.stream()
                .filter(record -> phases.contains(record.entry().phase()))
                .findFirst()
                .map(record -> Words.time(record.at(), day))
                .orElse("–");
    }

    private String last(List<JournalRecord> records, Set<Phase> phases) {
        return first(records.reversed(), phases);
    }
}
