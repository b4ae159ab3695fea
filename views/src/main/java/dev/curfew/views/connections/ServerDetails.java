package dev.curfew.views.connections;

import dev.curfew.connect.Availability;
import dev.curfew.connect.Capabilities;
import dev.curfew.connect.Feature;
import dev.curfew.connect.ServerTimings;
import dev.curfew.connect.Timing;
import dev.curfew.connect.TimingValue;
import dev.curfew.estate.ServerEstate;
import dev.curfew.icons.AppIcon;
import dev.curfew.text.Durations;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Origin;
import dev.curfew.views.kit.Provenance;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything known of one SPIRE server. */
final class ServerDetails {
    private final Ui ui;
    private final ConnectionDesk desk;

    ServerDetails(ConnectionDesk desk, Ui ui) {
        this.ui = ui;
        this.desk = desk;
    }

    List<Node> sections(ServerRow row) {
        List<Node> sections = new ArrayList<>();
        sections.add(identity(row));
        sections.add(timings(row.profile().timings()));
        row.server()
                .flatMap(ServerEstate::capabilities)
                .ifPresent(capabilities -> sections.add(offers(capabilities)));
        return sections;
    }

    private Node identity(ServerRow row) {
        List<Node> facts = new ArrayList<>();
        String domain = row.trustDomain();
        Optional<ServerEstate> server = row.server();
        facts.add(
                fact(
                        "connections.fact.domain",
                        domain.isEmpty() ? ui.text("connections.unknown") : domain,
                        server.filter(known -> known.capabilities().isPresent())));
        server.flatMap(ServerEstate::capabilities)
                .ifPresent(capabilities -> serverFacts(capabilities, server, facts));
        facts.add(
                fact(
                        "connections.fact.credentials",
                        ConnectionWords.credentials(row.profile().credentials(), ui),
                        Optional.empty()));
        facts.add(
                fact(
                        "connections.fact.from",
                        ConnectionWords.reference(row.profile().credentials(), ui),
                        Optional.empty()));
        desk.own(row.name())
                .ifPresent(own -> {
                    facts.add(fact("connections.fact.own", own.id().toString(), server));
                    facts.add(fact("connections.fact.ownEnds", ends(own.expiresAt()), server));
                });
        facts.add(
                fact(
                        "connections.fact.clock",
                        server.flatMap(ServerEstate::skew)
                                .map(skew -> ConnectionWords.skew(skew, ui))
                                .orElse(ui.text("connections.notMeasured")),
                        server.filter(known -> known.skew().isPresent())));
        return DetailsPanel.section(
                ui.text("connections.part.who"),
                ui.text("connections.part.who.asks"),
                facts.toArray(Node[]::new));
    }

    private void serverFacts(
            Capabilities capabilities, Optional<ServerEstate> server, List<Node> facts) {
        var who = capabilities.identification();
        who.serverId()
                .ifPresent(id -> facts.add(fact("connections.fact.server", id.toString(), server)));
        who.certificateExpiresAt()
                .ifPresent(
                        end -> facts.add(fact("connections.fact.serverEnds", ends(end), server)));
        who.uptime()
                .ifPresent(uptime ->
                        facts.add(
                                fact("connections.fact.uptime", ui.ages().rough(uptime), server)));
    }

    private String ends(Instant end) {
        return ui.text("connections.ends", ui.ages().at(end), ui.ages().until(end));
    }

    private Node fact(String key, String value, Optional<ServerEstate> observed) {
        Label mark =
                observed.map(server ->
                                Provenance.mark(
                                        new Origin.Observed(
                                                server.name(),
                                                server.oldestReading().orElse(ui.ages().now())),
                                        ui))
                        .orElseGet(() -> Labels.of("", "provenance"));
        return DetailsPanel.fact(ui.texts().get(key), mark, Labels.wrapped(value));
    }

    private Node timings(ServerTimings timings) {
        return DetailsPanel.section(
                ui.text("connections.part.timings"),
                ui.text("connections.part.timings.asks"),
                timing("connections.timing.x509", timings.of(Timing.DEFAULT_X509_TTL)),
                timing("connections.timing.jwt", timings.of(Timing.DEFAULT_JWT_TTL)),
                timing("connections.timing.cache", timings.of(Timing.CACHE_RELOAD)),
                timing("connections.timing.sync", timings.of(Timing.AGENT_SYNC)),
                timing("connections.timing.staleness", timings.of(Timing.NODE_STALENESS)),
                timing("connections.timing.hint", timings.of(Timing.FEDERATION_HINT)),
                timing("connections.timing.ca", timings.of(Timing.CA_TTL)));
    }

    private Node timing(String key, TimingValue value) {
        return DetailsPanel.fact(
                ui.texts().get(key),
                Labels.of("", "provenance"),
                Labels.of(
                        ui.text(
                                "connections.timing.value",
                                Durations.display(value.value()),
                                TimingWords.source(value, ui))));
    }

    private Node offers(Capabilities capabilities) {
        List<Node> lines = new ArrayList<>();
        for (Feature feature : Feature.values()) {
            lines.add(offer(feature, capabilities));
        }
        return DetailsPanel.section(
                ui.text("connections.part.offers"),
                ui.text("connections.part.offers.asks"),
                lines.toArray(Node[]::new));
    }

    private Node offer(Feature feature, Capabilities capabilities) {
        Availability availability = capabilities.features().get(feature);
        boolean there = availability instanceof Availability.Available;
        AppIcon icon = there ? AppIcon.CHECK : AppIcon.REMOVE;
        VBox words = new VBox();
        switch (availability) {
            case Availability.Available(var took) ->
                    words.getChildren()
                            .add(
                                    Labels.of(
                                            ui.text(
                                                    "connections.available",
                                                    ui.ages().latency(took))));
            case Availability.Absent(var why) -> {
                words.getChildren().add(Labels.of(ui.text("connections.absent"), "muted"));
                words.getChildren().add(Labels.wrapped(Explanations.of(why).why(), "caption"));
            }
            case null -> words.getChildren().add(Labels.of(ui.text("connections.unknown")));
        }
        HBox line =
                new HBox(
                        Labels.of(FeatureWords.name(feature, ui), "feature-name"),
                        icon.view("cell-icon"),
                        words);
        line.getStyleClass().add("fact");
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }
}
