package dev.curfew.evidence.report;

import dev.curfew.evidence.timeline.RecordedBound;
import dev.curfew.evidence.timeline.Timeline;
import dev.curfew.store.JournalEntry.Phase;
import dev.curfew.text.Durations;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The timeline drawn: a lane of marks for each operation, a bar for what stays open. */
final class TimelineSection {
    private static final int MOST_LANES = 20;
    private static final int MOST_BARS = 20;
    private static final List<String> OF_STEPS = List.of("x509_dead_by", "jwt_dead_by");
    private static final float LANE = 15;
    private static final float NAMES = 128;
    private static final float APART = 8;
    private static final List<Phase> LEGEND =
            List.of(
                    Phase.PLANNED,
                    Phase.SENDING,
                    Phase.ACCEPTED,
                    Phase.CONFIRMED,
                    Phase.FAILED,
                    Phase.NOTE,
                    Phase.FINISHED);

    private final Timeline timeline;
    private final boolean allAsWanted;
    private final Sheet sheet;
    private final Words words;

    TimelineSection(ReportFacts facts, Sheet sheet, Words words) {
        this.timeline = facts.timeline();
        this.allAsWanted = facts.isAllAsWanted();
        this.sheet = sheet;
        this.words = words;
    }

    void write() throws IOException {
        if (timeline.events().isEmpty()) {
            return;
        }
        List<String> lanes = timeline.parts();
        List<Timeline.Span> bars = bars();
        int shownBars = Math.min(bars.size(), MOST_BARS);
        int shownLanes = Math.min(lanes.size(), MOST_LANES);
        float height = (shownLanes + shownBars) * LANE + 34;
        sheet.need(height + 100);
        sheet.heading(words.text("timeline.heading"));
        Instant start = timeline.events().getFirst().at();
        sheet.hint(words.text("timeline.hint", Words.time(start)));
        legend();
        LogScale scale =
                new LogScale(start, end(bars), Sheet.LEFT + NAMES, Sheet.WIDTH - NAMES - 12);
        float top = sheet.y() - 6;
        axis(scale, top, top - (shownLanes + shownBars) * LANE - 4);
        float y = top - LANE * 0.75f;
        for (String lane : lanes.subList(0, shownLanes)) {
            lane(lane, timeline.of(lane), y, scale);
            y -= LANE;
        }
        for (Timeline.Span bar : bars.subList(0, shownBars)) {
            bar(bar, y, scale);
            y -= LANE;
        }
        sheet.down(height - 4);
        int left = lanes.size() - shownLanes + bars.size() - shownBars;
        if (left > 0) {
            sheet.paragraph(words.text("more.timeline", left), Letters.QUIET, 0);
        }
    }

    /** The four lines of all, and of each step what it leaves alive. */
    private List<Timeline.Span> bars() {
        List<Timeline.Span> bars = new ArrayList<>();
        for (String kind : RecordedBound.KINDS) {
            timeline.last(kind)
                    .ifPresent(last ->
                            bars.add(
                                    new Timeline.Span(
                                            "", kind, last.bound(), last.from(), last.until())));
        }
        timeline.latestSpans().stream()
                .filter(span -> !span.part().isEmpty() && OF_STEPS.contains(span.kind()))
                .forEach(bars::add);
        return bars;
    }

    private Instant end(List<Timeline.Span> bars) {
        return Stream.concat(
                        timeline.events().stream().map(Timeline.Event::at),
                        bars.stream().flatMap(bar -> bar.until().stream()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void legend() throws IOException {
        sheet.down(11);
        float x = Sheet.LEFT + 4;
        for (Phase phase : LEGEND) {
            String word = words.text("legend." + phase.name());
            Marks.draw(phase, x, sheet.y() + 2.5f, sheet.ink());
            sheet.write(word, Letters.CAPTION, x + 6, sheet.y());
            x += 16 + sheet.widthOf(word, Letters.CAPTION);
        }
        sheet.down(11);
        x = Sheet.LEFT + 1;
        sheet.box(x, sheet.y() - 0.5f, 12, 6, Ink.OPEN);
        String known = words.text("legend.open");
        sheet.write(known, Letters.CAPTION, x + 16, sheet.y());
        x += 28 + sheet.widthOf(known, Letters.CAPTION);
        sheet.box(x, sheet.y() - 0.5f, 12, 6, Ink.OPEN_UNKNOWN);
        sheet.write(words.text("legend.openUnknown"), Letters.CAPTION, x + 16, sheet.y());
    }

    private void axis(LogScale scale, float top, float bottom) throws IOException {
        for (LogScale.Mark mark : scale.marks(30)) {
            sheet.line(mark.x(), top, mark.x(), bottom, Ink.LINE, 0.5f);
            String word =
                    mark.after().isZero()
                            ? words.text("timeline.start")
                            : "+" + Durations.display(mark.after());
            float half = sheet.widthOf(word, Letters.CAPTION) / 2;
            sheet.write(word, Letters.CAPTION, mark.x() - half, bottom - 9);
        }
        sheet.line(Sheet.LEFT, bottom, scale.end(), bottom, Ink.MUTED, 0.7f);
    }

    private void lane(String name, List<Timeline.Event> events, float y, LogScale scale)
            throws IOException {
        label(
                name.isEmpty()
                        ? words.text("timeline.whole")
                        : words.text(
                                "timeline.step",
                                Cut.to(12, name),
                                events.getFirst().record().entry().action()),
                y);
        float x = 0;
        for (int i = 0; i < events.size(); i++) {
            // Marks that would cover each other stand side by side, in their order.
            x = Math.max(scale.x(events.get(i).at()), i == 0 ? 0 : x + APART);
            if (x > scale.end() + APART / 2) {
                sheet.write("+" + (events.size() - i), Letters.CAPTION, scale.end() + 2, y - 2.5f);
                return;
            }
            Marks.draw(events.get(i).phase(), x, y, sheet.ink());
        }
    }

    private void bar(Timeline.Span span, float y, LogScale scale) throws IOException {
        String name = words.text("bar." + span.kind());
        label(
                span.part().isEmpty()
                        ? name
                        : words.text("timeline.step", Cut.to(8, span.part()), name),
                y);
        float from = scale.x(span.from());
        boolean bounded = span.until().isPresent() && !isLeftOpen(span.part());
        float to = bounded ? span.until().map(scale::x).orElse(scale.end()) : scale.end();
        float width = Math.max(1.5f, to - from);
        sheet.box(from, y - 4, width, 8, bounded ? Ink.OPEN : Ink.OPEN_UNKNOWN);
        String until = until(span, bounded);
        float room = sheet.widthOf(until, Letters.SMALL) + 6;
        float x = room < width ? from + width - room + 3 : Math.min(to + 3, scale.end() - room + 6);
        sheet.write(until, Letters.SMALL, x, y - 2.5f);
    }

    /** What was not done, or was put back, ends nothing, whatever its plan said. */
    private boolean isLeftOpen(String part) {
        return !part.isEmpty() && !PartOutcome.of(timeline.of(part)).isAsWanted();
    }

    private String until(Timeline.Span span, boolean bounded) {
        if (!bounded && span.until().isPresent()) {
            PartOutcome outcome = PartOutcome.of(timeline.of(span.part()));
            return words.text("timeline.leftOpen", words.text("outcome." + outcome.name()));
        }
        boolean some = span.part().isEmpty() && !allAsWanted;
        return span.until()
                .map(at ->
                        words.text(
                                some ? "timeline.untilForSome" : "timeline.until",
                                Words.second(at)))
                .orElseGet(() -> words.text("bound.unknown"));
    }

    private void label(String text, float y) throws IOException {
        List<String> lines = sheet.lines(text, Letters.SMALL, NAMES - 8);
        String shown = lines.size() == 1 ? lines.getFirst() : lines.getFirst() + "…";
        sheet.write(shown, Letters.SMALL, Sheet.LEFT, y - 2.5f);
    }
}
