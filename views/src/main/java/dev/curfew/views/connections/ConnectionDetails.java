package dev.curfew.views.connections;

import dev.curfew.estate.Link;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.CopyButton;
import dev.curfew.views.kit.DetailsPanel;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Everything known of one connection: first what all have, then what its kind has. */
final class ConnectionDetails {
    private final Ui ui;
    private final ConnectionActions actions;
    private final ServerDetails servers;
    private final BackendDetails backends;
    private final DetailsPanel panel;
    private final Label next = Labels.wrapped("", "muted");
    private Optional<Instant> nextAttempt = Optional.empty();

    ConnectionDetails(ConnectionDesk desk, ConnectionActions actions, Ui ui, Runnable close) {
        this.ui = ui;
        this.actions = actions;
        servers = new ServerDetails(desk, ui);
        backends = new BackendDetails(ui);
        panel = new DetailsPanel("connection-details", ui, close);
        next.setId("connection-next");
    }

    /** The next attempt comes nearer. */
    void tick() {
        nextAttempt.ifPresent(at ->
                next.setText(
                        at.isAfter(ui.ages().now())
                                ? ui.text("connections.next", ui.ages().until(at))
                                : ui.text("connections.next.now")));
    }

    DetailsPanel node() {
        return panel;
    }

    void show(ConnectionRow row) {
        panel.setHead(
                row.name(),
                new Pill(ConnectionWords.kind(row.kind(), ui), Tone.MUTED),
                Labels.row(
                        Labels.mono(row.address()),
                        new CopyButton(
                                "connection-copyAddress",
                                ui.text("connections.fact.address"),
                                row::address,
                                ui)));
        nextAttempt = Optional.empty();
        List<Node> sections = new ArrayList<>();
        sections.add(state(row));
        sections.addAll(
                switch (row) {
                    case ServerRow server -> servers.sections(server);
                    case BackendRow backend -> backends.sections(backend);
                });
        panel.setSections(sections.toArray(Node[]::new));
        FlowPane buttons = new FlowPane(actions.buttons(row).toArray(Node[]::new));
        buttons.getStyleClass().add("flow-actions");
        HBox.setHgrow(buttons, Priority.ALWAYS);
        // Its rows are as long as the panel is wide, less the bar's own edge.
        buttons.prefWrapLengthProperty()
                .bind(panel.widthProperty().map(width -> 0.92 * width.doubleValue()));
        panel.setActions(buttons);
    }

    private Node state(ConnectionRow row) {
        Label word = Labels.of(ui.text(row.health().textKey()), "strong");
        HBox line = new HBox(new StatusDot(row.health().tone(), row.health().shape()), word);
        line.getStyleClass().add("row");
        VBox section =
                DetailsPanel.section(
                        ui.text("connections.part.state"), ui.text("connections.part.state.asks"));
        section.getChildren().add(line);
        link(row).ifPresent(link -> showLink(link, line, section));
        if (row instanceof BackendRow backend) {
            backends.version(backend).ifPresent(section.getChildren()::add);
            section.getChildren().addAll(backends.warnings(backend));
        }
        String writes =
                row.armedUntil()
                        .map(until -> ui.text("connections.armedUntil", ui.ages().at(until)))
                        .orElseGet(() -> ui.text("connections.readOnly.hint"));
        section.getChildren().add(Labels.wrapped(writes, "muted"));
        return section;
    }

    private static Optional<Link> link(ConnectionRow row) {
        return switch (row) {
            case ServerRow server -> server.server().map(known -> known.link());
            case BackendRow backend -> backend.backend().map(known -> known.link());
        };
    }

    private void showLink(Link link, HBox line, VBox section) {
        switch (link) {
            case Link.Up(var latency, var seenAt) ->
                    line.getChildren()
                            .add(
                                    Labels.caption(
                                            ui.text(
                                                    "connections.seen",
                                                    ui.ages().latency(latency),
                                                    ui.ages().since(seenAt))));
            case Link.Down(var why, var since, var again) -> {
                line.getChildren()
                        .add(Labels.caption(ui.text("connections.since", ui.ages().since(since))));
                nextAttempt = again;
                next.setVisible(again.isPresent());
                next.setManaged(again.isPresent());
                tick();
                Explanation told = Explanations.of(why);
                section.getChildren()
                        .addAll(
                                next,
                                Labels.wrapped(told.what(), "strong"),
                                Labels.wrapped(told.why()),
                                Labels.wrapped(told.next(), "muted"));
            }
            case Link.Connecting _ -> {}
        }
    }
}
