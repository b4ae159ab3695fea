package dev.curfew.views.lab;

import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.FigureStrip;
import dev.curfew.views.kit.FigureTile;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the one that is followed, in four figures. */
final class FiguresRow {
    private final Ui ui;
    private final FigureTile ok = new FigureTile("lab-figure-ok");
    private final FigureTile last = new FigureTile("lab-figure-last");
    private final FigureTile denied = new FigureTile("lab-figure-denied");
    private final FigureTile others = new FigureTile("lab-figure-others");
    private final FigureStrip strip = new FigureStrip(List.of(ok, last, denied, others));

    FiguresRow(Ui ui) {
        this.ui = ui;
    }

    FigureStrip node() {
        return strip;
    }

    void show(LabState state) {
        LabFigures figures = state.figures();
        boolean hit = figures.since().isPresent();
        show(ok, hit, Counts.of(figures.okAfter()), ui.text("lab.figure.ok"), Tone.DANGER);
        show(
                last,
                hit && figures.lastOk().isPresent(),
                figures.toLastOk().map(ui.ages()::rough).orElse(""),
                ui.text("lab.figure.last"),
                Tone.WARNING);
        show(denied, hit, Counts.of(figures.denied()), ui.text("lab.figure.denied"), Tone.SUCCESS);
        show(
                others,
                hit,
                Counts.of(figures.others().size()),
                ui.text("lab.figure.others"),
                Tone.DANGER);
        note(ok, state, hit ? LabWords.name(state.followed()) : ui.text("lab.figure.none"));
        note(last, state, newConnections(figures));
        note(denied, state, hit ? ui.text("lab.figure.denied.note") : "");
        note(
                others,
                state,
                figures.others().isEmpty() && hit
                        ? ui.text("lab.figure.others.none")
                        : figures.others().stream()
                                .map(LabWords::name)
                                .collect(Collectors.joining(", ")));
    }

    /** An open connection outlives the certificate, so the longest time may be its. */
    private String newConnections(LabFigures figures) {
        return figures.toLastOk().equals(figures.toLastNewOk())
                ? ""
                : figures.toLastNewOk()
                        .map(time -> ui.text("lab.figure.last.note", ui.ages().rough(time)))
                        .orElseGet(() -> ui.text("lab.figure.last.open"));
    }

    private static void show(
            FigureTile tile, boolean known, String figure, String name, Tone tone) {
        boolean none = !known || figure.equals("0");
        tile.show(known ? figure : "–", "", name, none ? Tone.MUTED : tone);
    }

    private void note(FigureTile tile, LabState state, String words) {
        if (state.figures().since().isEmpty()) {
            tile.note(Labels.caption(words));
            return;
        }
        tile.note(
                Provenance.mark(new Origin.Observed(ui.text("lab.source"), state.now()), ui),
                Labels.caption(words));
    }
}
