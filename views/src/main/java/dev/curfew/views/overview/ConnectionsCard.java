package dev.curfew.views.overview;

import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Health;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import io.spiffe.spiffeid.TrustDomain;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A row for each connection; a click shows that one on every screen. */
final class ConnectionsCard {
    private final Ui ui;
    private final EstateModel model;
    private final VBox rows = new VBox();
    private final Card card;

    ConnectionsCard(EstateModel model, Navigator navigator, Ui ui) {
        this.ui = ui;
        this.model = model;
        rows.getStyleClass().add("notable-rows");
        card =
                new Card(ui.text("overview.connections"), rows)
                        .with(
                                Buttons.link(
                                        "overview-connections",
                                        ui.text("overview.connections.all"),
                                        () -> navigator.go(Places.CONNECTIONS)));
    }

    Card node() {
        return card;
    }

    void show(Estate estate) {
        if (estate.servers().isEmpty()) {
            rows.getChildren()
                    .setAll(new EmptyState(AppIcon.CONNECTIONS, ui.text("overview.noServer"), ""));
            return;
        }
        rows.getChildren().setAll(estate.servers().stream().map(this::row).toList());
    }

    private Node row(ServerEstate server) {
        Health health = Healths.of(server);
        boolean shown = model.currentProperty().get().equals(Optional.of(server.name()));
        String title = server.trustDomain().map(TrustDomain::getName).orElse(server.name());
        String state =
                Healths.latency(server)
                        .map(ui.ages()::latency)
                        .orElseGet(() -> ui.text(health.textKey()));
        HBox first =
                new HBox(
                        new StatusDot(health.tone(), health.shape()),
                        Labels.of(title, "strong"),
                        Labels.of(server.name(), "muted"),
                        Labels.gap(),
                        Labels.whole(state, "caption"));
        first.getStyleClass().add("row");
        if (shown) {
            first.getChildren().add(3, new Pill(ui.text("overview.connections.shown"), Tone.MUTED));
        }
        String data = data(server);
        HBox second =
                new HBox(Labels.caption(data), Labels.gap(), Labels.whole(age(server), "caption"));
        second.getStyleClass().add("connection-second");
        VBox content = new VBox(first, second);
        content.getStyleClass().add("connection-content");
        Button row = new Button("", content);
        row.setId("overview-connection-" + server.name());
        row.getStyleClass().addAll("list-row", "two-lines");
        row.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty()
                .bind(row.widthProperty().map(width -> Math.max(0, width.doubleValue() - 2)));
        row.setAccessibleText(title + ", " + server.name() + ", " + state + ", " + data);
        row.setOnAction(event -> model.choose(server.name()));
        return row;
    }

    private String data(ServerEstate server) {
        return server.oldestReading().isEmpty() && server.entries().value().entries().isEmpty()
                ? ui.text("overview.notRead")
                : ui.text(
                        "overview.connections.counts",
                        Counts.of(server.entries().value().entries().size()),
                        Counts.of(server.nodes().value().size()),
                        Counts.of(server.federation().value().size()));
    }

    private String age(ServerEstate server) {
        if (server.isReading()) {
            return ui.text("overview.reading");
        }
        return server.oldestReading()
                .map(at -> ui.text("overview.age", ui.ages().since(at)))
                .orElse("");
    }
}
