package dev.curfew.evidence.report;

import dev.curfew.evidence.report.Grid.Cell;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.JournalEntry;
import dev.curfew.store.JournalEntry.Phase;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A row for the whole and each step: when it was sent and answered, what reading back said. */
final class StepsSection {
    private static final int MOST_ROWS = 200;
    private static final Set<Phase> READ_BACK =
            EnumSet.of(Phase.CONFIRMED, Phase.CONTRADICTED, Phase.REVERTED);

    private final Timeline timeline;
    private final PlannedSteps planned;
    private final Sheet sheet;
    private final Words words;
    private final Instant day;

    StepsSection(Timeline timeline, Sheet sheet, Words words) {
        this.timeline = timeline;
        this.planned = PlannedSteps.of(timeline);
        this.sheet = sheet;
        this.words = words;
        this.day =
                timeline.events().stream()
                        .map(Timeline.Event::at)
                        .findFirst()
                        .orElse(Instant.EPOCH);
    }

    void write() throws IOException {
        sheet.heading(words.text("steps.heading"));
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
                                words.text("steps.outcome")),
                        8,
                        44,
                        12,
                        12,
                        12,
                        14);
        grid.begin();
        List<String> parts = timeline.parts();
        for (String part : parts.stream().limit(MOST_ROWS).toList()) {
            grid.row(row(part, timeline.of(part)));
        }
        if (parts.size() > MOST_ROWS) {
            sheet.paragraph(words.text("more.journal", parts.size() - MOST_ROWS), Letters.QUIET, 0);
        }
        for (PlannedSteps.Step step : planned.notIn(parts)) {
            grid.row(
                    List.of(
                            Cell.of(step.number()),
                            Cell.of(what(step)),
                            Cell.of("–"),
                            Cell.of("–"),
                            Cell.of("–"),
                            new Cell(words.text("outcome.notBegun"), Letters.SMALL)));
        }
    }

    private List<Cell> row(String part, List<Timeline.Event> events) {
        PartOutcome outcome = PartOutcome.of(events);
        return List.of(
                Cell.of(part.isEmpty() ? words.text("steps.whole") : Cut.to(20, part)),
                Cell.of(planned.find(part).map(this::what).orElseGet(() -> what(events))),
                Cell.of(first(events, Set.of(Phase.SENDING))),
                Cell.of(first(events.reversed(), Set.of(Phase.ACCEPTED))),
                Cell.of(first(events.reversed(), READ_BACK)),
                new Cell(words.text("outcome." + outcome.name()), letters(outcome)));
    }

    private String what(PlannedSteps.Step step) {
        return words.lever(step.lever()) + ": " + Cut.to(240, step.items());
    }

    private static String what(List<Timeline.Event> events) {
        JournalEntry entry = events.getFirst().record().entry();
        return Cut.to(40, entry.action()) + ": " + Cut.to(240, entry.subject());
    }

    private static Letters letters(PartOutcome outcome) {
        Ink ink =
                switch (outcome) {
                    case CONFIRMED -> Ink.CONFIRMED;
                    case NOTED, PLANNED, ENDED, ACCEPTED -> Ink.TEXT;
                    default -> Ink.WRONG;
                };
        return new Letters(Letters.SMALL.size(), true, ink);
    }

    private String first(List<Timeline.Event> events, Set<Phase> phases) {
        return events.stream()
                .filter(event -> phases.contains(event.phase()))
                .findFirst()
                .map(event -> Words.time(event.at(), day))
                .orElse("–");
    }
}
