package dev.curfew.views.contain;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.views.contain.ResidualChart.Bar;
import dev.curfew.views.contain.ResidualChart.Look;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.exposure.BoundLines;
import dev.curfew.views.exposure.BoundPlace;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What stays open if one started now: the four lines with their terms, and bars on an axis. */
final class ExposureCard {
    private final Ui ui;
    private final EstateModel estate;
    private final BoundLines lines;
    private final ResidualChart chart;
    private final Card card;

    /**
     * @param restores it adds access, so that there is nothing to end
     */
    ExposureCard(boolean restores, EstateModel estate, Ui ui) {
        this.ui = ui;
        this.estate = estate;
        lines = new BoundLines("contain-bound", BoundPlace.PREVIEW, ui).briefly();
        chart = new ResidualChart("contain-chart", ui);
        Node both = restores ? lines : new SideBySide(lines, chart, 0.6, "least-for-exposure");
        card = new Card(title(restores, ui), both);
    }

    private static String title(boolean restores, Ui ui) {
        return restores ? ui.text("actions.bound.title.none") : ui.text("contain.exposure");
    }

    Region node() {
        return card;
    }

    void show(ContainmentPlan plan) {
        card.subtitle(
                ui.text(
                        "actions.bound.now.skew",
                        ui.ages().withZone(plan.plannedAt()),
                        skew(plan)));
        lines.show(
                plan.bound(),
                plan.plannedAt(),
                plan.bound().notCovered().contains("endsNothing")
                        ? ui.text("actions.bound.endsNothing")
                        : ui.text("exposure.unknown"));
        chart.show(
                List.of(
                        bar(ui.text("contain.x509"), plan.bound().x509Dead().at()),
                        bar(ui.text("contain.jwt"), plan.bound().jwtDead().at()),
                        new Bar(
                                ui.text("contain.streams"),
                                Look.NO_BOUND,
                                Optional.empty(),
                                ui.text("contain.streams.why"),
                                ui.text("contain.noBound"),
                                Tone.MUTED)),
                plan.plannedAt(),
                plan.plannedAt());
    }

    private Bar bar(String name, Optional<Instant> by) {
        return new Bar(
                name,
                by.isPresent() ? Look.OPEN : Look.NO_BOUND,
                by,
                "",
                by.map(at -> ui.text("contain.atMost", ui.ages().at(at)))
                        .orElseGet(() -> ui.text("contain.noBound")),
                by.isPresent() ? Tone.WARNING : Tone.MUTED);
    }

    /** The worst of the servers that the plan writes to. */
    private String skew(ContainmentPlan plan) {
        List<Optional<Duration>> skews =
                plan.connections().stream()
                        .map(name ->
                                estate.estateProperty()
                                        .get()
                                        .server(name)
                                        .flatMap(server -> server.skew())
                                        .map(skew -> skew.high()))
                        .toList();
        if (skews.isEmpty() || skews.stream().anyMatch(Optional::isEmpty)) {
            return ui.text("actions.bound.skewUnknown");
        }
        Duration worst =
                skews.stream().flatMap(Optional::stream).max(Duration::compareTo).orElseThrow();
        return worst.compareTo(Duration.ZERO) <= 0
                ? ui.text("actions.bound.skewNone")
                : ui.text("actions.bound.skew", "%.1f".formatted(worst.toMillis() / 1000.0));
    }
}
