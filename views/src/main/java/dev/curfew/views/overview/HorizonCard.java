package dev.curfew.views.overview;

import dev.curfew.connect.Timing;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.exposure.Horizon;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** If issuing stopped now: how many identities could still hold something valid, and when. */
final class HorizonCard {
    private final Ui ui;
    private final HorizonChart chart;
    private final HBox mark = new HBox();
    private final Label partial = Labels.wrapped("", "caption", "tone-warning");
    private final HBox foot = new HBox();
    private final ActionButton longest;
    private final VBox content;
    private final Card card;

    HorizonCard(Navigator navigator, Ui ui) {
        this.ui = ui;
        chart = new HorizonChart(ui);
        VBox.setVgrow(chart, Priority.ALWAYS);
        longest =
                Buttons.link(
                        "overview-longest",
                        ui.text("overview.horizon.longest"),
                        () -> navigator.go(new Location(Places.WORKLOADS, OverviewReport.LONG)));
        foot.getStyleClass().add("card-foot");
        mark.getStyleClass().add("row");
        HBox legend =
                new HBox(
                        legend("bar-x509", ui.text("overview.horizon.x509")),
                        legend("bar-jwt", ui.text("overview.horizon.jwt")),
                        partial);
        legend.getStyleClass().add("chart-legend");
        content = new VBox(legend, chart, foot);
        card = new Card(ui.text("overview.horizon"), content);
        card.subtitle(ui.text("overview.horizon.hint")).with(mark);
    }

    Card node() {
        return card;
    }

    private static Node legend(String style, String word) {
        Region square = new Region();
        square.getStyleClass().addAll("legend-square", style);
        HBox entry = new HBox(square, Labels.whole(word, "caption"));
        entry.getStyleClass().add("row");
        return entry;
    }

    void show(OverviewReport report) {
        if (!report.entriesKnown()) {
            card.setContent(Unread.state(ui));
            return;
        }
        card.setContent(content);
        Horizon horizon = report.horizon();
        Origin origin = new Origin.Derived(terms(report.server(), report));
        chart.show(horizon);
        mark.getChildren()
                .setAll(
                        Provenance.mark(origin, ui),
                        Labels.whole(ui.text("kit.origin.derived"), "caption"));
        boolean complete = report.server().entries().state() == Reading.State.COMPLETE;
        partial.setText(complete ? "" : ui.text("overview.horizon.partial"));
        partial.setManaged(!complete);
        foot.getChildren()
                .setAll(
                        end(ui.text("overview.horizon.lastX509"), horizon, true, origin),
                        end(ui.text("overview.horizon.lastJwt"), horizon, false, origin),
                        Labels.gap(),
                        longest);
        longest.setVisible(report.figures().overAnHour() > 0);
    }

    private Node end(String name, Horizon horizon, boolean x509, Origin origin) {
        var at = x509 ? horizon.x509DeadBy() : horizon.jwtDeadBy();
        Label time = Labels.whole(ui.ages().at(at), "strong");
        time.setTooltip(new javafx.scene.control.Tooltip(ui.ages().full(at)));
        HBox end = new HBox(Labels.of(name, "muted"), Provenance.mark(origin, ui), time);
        end.getStyleClass().add("row");
        return end;
    }

    /** What the bound is made of, in words. */
    private List<String> terms(ServerEstate server, OverviewReport report) {
        var timings = server.profile().timings();
        List<String> terms = new ArrayList<>();
        terms.add(ui.text("overview.term.ttls"));
        terms.add(
                ui.text(
                        timings.anyAssumed(List.of(Timing.DEFAULT_X509_TTL, Timing.DEFAULT_JWT_TTL))
                                ? "overview.term.assumed"
                                : "overview.term.declared",
                        Durations.display(timings.defaultX509Ttl()),
                        Durations.display(timings.defaultJwtTtl())));
        terms.add(ui.text("overview.term.cache", Durations.display(timings.cacheReload())));
        terms.add(ui.text("overview.term.leeway"));
        OverviewReport.active(report.authorities(), AuthoritySlots.Kind.X509)
                .ifPresent(row ->
                        terms.add(ui.text("overview.term.cap", ui.ages().full(row.notAfter()))));
        terms.add(
                server.skew()
                        .map(skew ->
                                ui.text("overview.term.skew", Durations.display(skew.high().abs())))
                        .orElseGet(() -> ui.text("overview.term.noSkew")));
        terms.add(ui.text("overview.term.not"));
        return terms;
    }
}
