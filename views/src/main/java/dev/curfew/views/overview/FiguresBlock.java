package dev.curfew.views.overview;

import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.RotationTimes;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.FigureStrip;
import dev.curfew.views.kit.FigureTile;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.util.List;

/** The six numbers at the top; each leads to the rows it counts. */
final class FiguresBlock {
    private final Ui ui;
    private final FigureTile workloads;
    private final FigureTile shared;
    private final FigureTile longLived;
    private final FigureTile orphaned;
    private final FigureTile nodes;
    private final FigureTile authority;
    private final FigureStrip strip;

    FiguresBlock(Navigator navigator, Ui ui) {
        this.ui = ui;
        workloads = tile("workloads", navigator, Places.WORKLOADS, "alias:false");
        shared = tile("shared", navigator, Places.WORKLOADS, "shared:true");
        longLived = tile("longLived", navigator, Places.WORKLOADS, OverviewReport.LONG);
        orphaned = tile("orphaned", navigator, Places.WORKLOADS, "orphan:true");
        nodes = tile("nodes", navigator, Places.NODES, "state:banned,stale");
        authority = tile("authority", navigator, Places.TRUST, "kind:x509");
        strip = new FigureStrip(List.of(workloads, shared, longLived, orphaned, nodes, authority));
    }

    FigureStrip node() {
        return strip;
    }

    private static FigureTile tile(String id, Navigator to, String screen, String query) {
        FigureTile tile = new FigureTile("figure-" + id);
        tile.opens(() -> to.go(new Location(screen, query)));
        return tile;
    }

    void show(OverviewReport report) {
        ServerEstate server = report.server();
        OverviewReport.Figures figures = report.figures();
        boolean entries = report.entriesKnown();
        count(workloads, entries, figures.workloads(), ui.text("overview.figure.workloads"));
        note(
                workloads,
                server.entries(),
                ui.text("overview.figure.identities", Counts.of(report.horizon().identities())));
        boolean derived = server.entries().value().derived().isPresent();
        count(shared, derived, figures.shared(), ui.text("overview.figure.shared"));
        note(shared, server.entries(), ui.text("overview.figure.shared.note"));
        count(longLived, entries, figures.overAnHour(), ui.text("overview.figure.longLived"));
        note(
                longLived,
                server.entries(),
                ui.text("overview.figure.longest", Durations.display(figures.longestX509())));
        count(orphaned, derived, figures.orphaned(), ui.text("overview.figure.orphaned"));
        note(orphaned, server.entries(), ui.text("overview.figure.orphaned.note"));
        boolean nodesKnown = isRead(server.nodes());
        int bad = figures.banned() + figures.stale();
        nodes.show(
                nodesKnown ? Counts.of(bad) : "–",
                nodesKnown ? ui.text("overview.figure.ofNodes", Counts.of(figures.nodes())) : "",
                ui.text("overview.figure.nodes"),
                nodesKnown && bad > 0 ? Tone.NEUTRAL : Tone.MUTED);
        note(
                nodes,
                server.nodes(),
                ui.text(
                        "overview.figure.nodes.note",
                        Counts.of(figures.banned()),
                        Counts.of(figures.stale())));
        showAuthority(report);
    }

    private void showAuthority(OverviewReport report) {
        var active = OverviewReport.active(report.authorities(), AuthoritySlots.Kind.X509);
        authority.show(
                active.map(row -> ui.ages().until(row.notAfter())).orElse("–"),
                "",
                ui.text("overview.figure.authority"),
                active.isPresent() ? Tone.NEUTRAL : Tone.MUTED);
        active.flatMap(row -> row.notBefore().map(b -> RotationTimes.of(b, row.notAfter())))
                .ifPresentOrElse(
                        times ->
                                authority.note(
                                        Provenance.mark(
                                                new Origin.Derived(
                                                        List.of(ui.text("overview.slots.rule"))),
                                                ui),
                                        Labels.caption(
                                                ui.text(
                                                        "overview.figure.authority.note",
                                                        ui.ages().at(times.activate())))),
                        () -> note(authority, report.server().authorities(), ""));
    }

    private static boolean isRead(Reading<?> reading) {
        return reading.isKnown();
    }

    private static void count(FigureTile tile, boolean known, int number, String name) {
        tile.show(
                known ? Counts.of(number) : "–",
                "",
                name,
                known && number > 0 ? Tone.NEUTRAL : Tone.MUTED);
    }

    private void note(FigureTile tile, Reading<?> reading, String words) {
        reading.readAt()
                .ifPresentOrElse(
                        at ->
                                tile.note(
                                        Provenance.mark(
                                                new Origin.Observed(ui.text("overview.source"), at),
                                                ui),
                                        Labels.caption(words)),
                        () -> tile.note(Labels.caption(ui.text("overview.notRead"))));
    }
}
