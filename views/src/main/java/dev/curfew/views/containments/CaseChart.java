package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residual.Kind;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.views.contain.ResidualChart;
import dev.curfew.views.contain.ResidualChart.Bar;
import dev.curfew.views.contain.ResidualChart.Look;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What is left of each kind of credential on each server, on one axis with now as a line. */
final class CaseChart {
    private static final int MOST_SERVERS = 3;

    private record Place(String connection, Kind kind) {}

    private final Ui ui;
    private final ResidualChart chart;
    private final Label now = Labels.whole("", "caption", "mono");
    private final Label nothing = Labels.wrapped("", "muted");
    private final Card card;
    private boolean empty;

    CaseChart(Ui ui) {
        this.ui = ui;
        chart = new ResidualChart("containment-chart", ui);
        nothing.getStyleClass().add("countdown-more");
        card = new Card(ui.text("containments.residual"), chart);
        card.subtitle(ui.text("containments.residual.hint")).with(now);
    }

    Region node() {
        return card;
    }

    void show(Kept kept, Instant at) {
        List<Residual> residuals = kept.ofTarget(at);
        Map<Place, List<Residual>> places = new LinkedHashMap<>();
        for (Kind kind : List.of(Kind.X509_SVID, Kind.JWT_SVID)) {
            residuals.stream()
                    .filter(r -> r.kind() == kind)
                    .forEach(r ->
                            places.computeIfAbsent(
                                            new Place(r.connection(), kind), _ -> new ArrayList<>())
                                    .add(r));
        }
        long servers = places.keySet().stream().map(Place::connection).distinct().count();
        List<Bar> bars = new ArrayList<>();
        if (servers <= MOST_SERVERS) {
            places.forEach((place, of) -> bars.add(bar(name(place, servers), of)));
        } else {
            for (Kind kind : List.of(Kind.X509_SVID, Kind.JWT_SVID)) {
                bars.add(
                        bar(
                                ContainmentWords.kind(kind),
                                residuals.stream().filter(r -> r.kind() == kind).toList()));
            }
        }
        if (!bars.isEmpty()) {
            bars.add(streams());
        }
        showNothing(bars.isEmpty(), kept);
        now.setText(ui.text("containments.now", ui.ages().at(at)));
        chart.show(bars, kept.state().startedAt(), at);
    }

    /** Nothing was sent, or it only puts back: an empty axis would look like an end. */
    private void showNothing(boolean isEmpty, Kept kept) {
        nothing.setText(
                kept.isRestore()
                        ? ui.text("containments.residual.restore")
                        : ui.text("containments.residual.nothing"));
        if (isEmpty != empty) {
            empty = isEmpty;
            card.setContent(isEmpty ? nothing : chart);
        }
    }

    private String name(Place place, long servers) {
        String kind = ContainmentWords.kind(place.kind());
        return servers == 1 ? kind : ui.text("containments.on", kind, place.connection());
    }

    private Bar bar(String name, List<Residual> residuals) {
        State state = Countdown.worst(residuals).orElse(State.UNKNOWN);
        Optional<Instant> by = Countdown.latest(residuals);
        Tone tone = ContainmentWords.tone(state);
        return switch (state) {
            case RUNNING ->
                    new Bar(
                            name,
                            Look.OPEN,
                            by,
                            "",
                            ui.text(
                                    "containments.left.until",
                                    ui.ages().at(by.orElse(Instant.EPOCH)),
                                    ContainmentWords.left(state, by, ui)),
                            tone);
            case ENDED ->
                    new Bar(
                            name,
                            Look.ENDED,
                            by,
                            "",
                            ui.text("containments.ended", ui.ages().at(by.orElse(Instant.EPOCH))),
                            tone);
            case REVERTED, UNBOUNDED, UNKNOWN ->
                    new Bar(
                            name,
                            Look.NO_BOUND,
                            Optional.empty(),
                            ContainmentWords.state(state),
                            ContainmentWords.left(state, by, ui),
                            tone);
        };
    }

    private Bar streams() {
        return new Bar(
                ContainmentWords.kind(Kind.OPEN_CONNECTIONS),
                Look.NO_BOUND,
                Optional.empty(),
                ui.text("contain.streams.why"),
                ui.text("contain.noBound"),
                Tone.MUTED);
    }
}
