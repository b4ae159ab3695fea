package dev.curfew.views.overview;

import dev.curfew.estate.TrustRow;
import dev.curfew.exposure.RotationTimes;
import dev.curfew.identity.AuthoritySlots;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The authorities' lives, and what SPIRE will do next with them by itself. */
final class SlotsCard {
    /** More would be a whole list; that is on its own screen. */
    private static final int MOST = 8;

    private final Ui ui;
    private final SlotTimeline timeline;
    private final HBox next = new HBox();
    private final Label more = Labels.caption("");
    private final VBox content = new VBox();
    private final Card card;

    SlotsCard(Navigator navigator, Ui ui) {
        this.ui = ui;
        timeline = new SlotTimeline(ui);
        next.getStyleClass().add("card-foot");
        content.getStyleClass().add("slots-content");
        card = new Card(ui.text("overview.slots"), content);
        card.subtitle(ui.text("overview.slots.hint"))
                .with(
                        more,
                        Buttons.link(
                                "overview-authorities",
                                ui.text("overview.slots.all"),
                                () -> navigator.go(Places.TRUST)));
    }

    Card node() {
        return card;
    }

    void show(OverviewReport report) {
        List<TrustRow> all = report.authorities();
        if (all.isEmpty()) {
            content.getChildren().setAll(Unread.state(ui));
            return;
        }
        timeline.show(all.subList(0, Math.min(MOST, all.size())), report.at());
        more.setText(all.size() > MOST ? ui.text("overview.slots.more", all.size() - MOST) : "");
        VBox.setVgrow(timeline, Priority.ALWAYS);
        content.getChildren().setAll(timeline, next);
        Optional<TrustRow> active = OverviewReport.active(all, AuthoritySlots.Kind.X509);
        String words = active.flatMap(row -> inWords(row, all, report.at())).orElse("");
        Label sentence = Labels.wrapped(words);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        next.getChildren()
                .setAll(
                        Provenance.mark(
                                new Origin.Derived(List.of(ui.text("overview.slots.rule"))), ui),
                        sentence);
        next.setVisible(!words.isEmpty());
        next.setManaged(!words.isEmpty());
    }

    private Optional<String> inWords(TrustRow active, List<TrustRow> all, Instant now) {
        boolean prepared =
                all.stream()
                        .anyMatch(row ->
                                row.kind() == active.kind()
                                        && row.slot() == TrustRow.SlotName.PREPARED);
        return active.notBefore()
                .map(begin -> RotationTimes.of(begin, active.notAfter()))
                .map(times -> {
                    if (prepared) {
                        return ui.text("overview.next.activate", ui.ages().at(times.activate()));
                    }
                    boolean overdue = times.prepare().isBefore(now);
                    return ui.text(
                            overdue ? "overview.next.overdue" : "overview.next.prepare",
                            ui.ages().at(times.prepare()),
                            ui.ages().at(times.activate()));
                });
    }
}
