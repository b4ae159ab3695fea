package dev.curfew.views.connections;

import dev.curfew.estate.ServerEstate;
import dev.curfew.views.estate.Healths;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Health;
import dev.curfew.views.table.CellGraphic;
import dev.curfew.views.table.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The columns of the list of connections. */
final class ConnectionColumns {
    private ConnectionColumns() {}

    static List<Column<ConnectionRow>> of(Ui ui) {
        return List.of(
                Column.<ConnectionRow>text(
                                "name", ui.text("connections.col.name"), 134, ConnectionRow::name)
                        .drawn(Dot::new)
                        .styled(row -> "strong"),
                Column.<ConnectionRow>text(
                                "state",
                                ui.text("connections.col.state"),
                                100,
                                row -> ui.text(row.health().textKey()))
                        .styled(row -> row.health() == Health.REFUSED ? "tone-danger" : "")
                        .yielding(6),
                Column.<ConnectionRow>text(
                                "domain",
                                ui.text("connections.col.domain"),
                                104,
                                ConnectionRow::trustDomain)
                        .yielding(4),
                Column.<ConnectionRow>text(
                                "address",
                                ui.text("connections.col.address"),
                                200,
                                row -> row.profile().address().display())
                        .inMono()
                        .growing(),
                Column.<ConnectionRow>text(
                                "credentials",
                                ui.text("connections.col.credentials"),
                                122,
                                row -> ConnectionWords.credentials(row.profile().credentials(), ui))
                        .yielding(1),
                Column.<ConnectionRow>number(
                                "latency",
                                ui.text("connections.col.latency"),
                                66,
                                row -> latency(row).map(Duration::toNanos).orElse(Long.MAX_VALUE),
                                row -> latency(row).map(ui.ages()::latency).orElse(""))
                        .yielding(3),
                Column.<ConnectionRow>number(
                                "entries",
                                ui.text("connections.col.entries"),
                                64,
                                ConnectionColumns::entries,
                                row -> entries(row) == 0 ? "" : Counts.of(entries(row)))
                        .yielding(2),
                Column.<ConnectionRow>number(
                                "age",
                                ui.text("connections.col.age"),
                                74,
                                row -> readAt(row).getEpochSecond(),
                                row ->
                                        row.server()
                                                .flatMap(ServerEstate::oldestReading)
                                                .map(ui.ages()::since)
                                                .orElse(""))
                        .yielding(5),
                Column.<ConnectionRow>text(
                                "writes",
                                ui.text("connections.col.writes"),
                                112,
                                row ->
                                        row.armedUntil()
                                                .map(until ->
                                                        ui.text(
                                                                "connections.armed",
                                                                ui.ages().countdown(until)))
                                                .orElseGet(() -> ui.text("connections.readOnly")))
                        .styled(row -> row.armedUntil().isPresent() ? "tone-danger" : "muted"));
    }

    private static Optional<Duration> latency(ConnectionRow row) {
        return row.server().flatMap(Healths::latency);
    }

    private static long entries(ConnectionRow row) {
        return row.server().map(server -> server.entries().value().entries().size()).orElse(0);
    }

    private static Instant readAt(ConnectionRow row) {
        return row.server().flatMap(ServerEstate::oldestReading).orElse(Instant.EPOCH);
    }

    /** The state as a dot before the name. */
    private static final class Dot implements CellGraphic<ConnectionRow> {
        private final StatusDot dot = new StatusDot(Tone.MUTED, StatusDot.Shape.HOLLOW);
        private final StackPane box = new StackPane(dot);

        @Override
        public Node node() {
            return box;
        }

        @Override
        public void show(ConnectionRow row) {
            dot.show(row.health().tone(), row.health().shape());
        }
    }
}
