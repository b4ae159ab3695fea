package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.sighting.Sighting;
import dev.curfew.outcome.SafeText;
import dev.curfew.probe.DeclaredEndpoint;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What the endpoints of a containment's targets presented; not there where none was declared. */
final class CaseSightings {
    private static final Texts SERVICES = Texts.ofServices();
    private static final int MOST = 12;

    private final Ui ui;
    private final VBox lines = new VBox();
    private final Card card;
    private List<Sighting> shown = List.of();

    CaseSightings(Ui ui) {
        this.ui = ui;
        lines.setId("containment-sightings");
        lines.getStyleClass().add("journal-lines");
        card = new Card(ui.text("containments.sightings"), lines);
        card.subtitle(ui.text("containments.sightings.hint"));
    }

    Region node() {
        return card;
    }

    void show(Kept kept) {
        List<DeclaredEndpoint> endpoints = kept.state().plan().request().endpoints();
        card.setVisible(!endpoints.isEmpty());
        card.setManaged(!endpoints.isEmpty());
        List<Sighting> seen = kept.state().sightings();
        if (!lines.getChildren().isEmpty() && seen.equals(shown)) {
            return;
        }
        shown = seen;
        Stream<Node> unseen =
                endpoints.stream()
                        .filter(one -> seen.stream().noneMatch(s -> s.declared().equals(one)))
                        .map(one ->
                                Labels.wrapped(
                                        ui.text("containments.sightings.waiting", one.endpoint()),
                                        "muted"));
        lines.getChildren()
                .setAll(
                        Stream.concat(seen.reversed().stream().limit(MOST).map(this::line), unseen)
                                .toList());
    }

    private Node line(Sighting sighting) {
        String sentence =
                SERVICES.get(
                        "sighting." + sighting.verdict().name(),
                        sighting.arguments(ui.ages()::at).stream().map(SafeText::of).toArray());
        String why =
                sighting.failure()
                        .map(failure -> ". " + SafeText.of(Explanation.of(failure, SERVICES).why()))
                        .orElse("");
        Label label = Labels.wrapped(ui.ages().at(sighting.at()) + "  " + sentence + why);
        return tone(sighting.verdict()).on(label);
    }

    private static Tone tone(Sighting.Verdict verdict) {
        return switch (verdict) {
            case OUTLIVES_BOUND -> Tone.DANGER;
            case STILL_PRESENTED -> Tone.WARNING;
            case EXPIRED, NOT_TRUSTED -> Tone.SUCCESS;
            case NOT_CHECKED, OTHER_IDENTITY, PROVES_NOTHING -> Tone.MUTED;
        };
    }
}
