package dev.curfew.views.connections;

import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.views.backends.BackendWords;
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
                                "system",
                                ui.text("connections.col.system"),
                                104,
                                row -> system(row, ui))
                        .yielding(7),
                Column.<ConnectionRow>text(
                                "state",
                                ui.text("connections.col.state"),
                                150,
                                row -> state(row, ui))
                        .styled(ConnectionColumns::stateStyle)
                        .yielding(6),
                Column.<ConnectionRow>text(
                                "domain",
                                ui.text("connections.col.domain"),
                                104,
                                ConnectionColumns::trustDomain)
                        .yielding(4),
                Column.<ConnectionRow>text(
                                "address",
                                ui.text("connections.col.address"),
                                180,
                                ConnectionRow::address)
                        .inMono()
                        .growing(),
                Column.<ConnectionRow>text(
                                "credentials",
                                ui.text("connections.col.credentials"),
                                122,
                                row -> credentials(row, ui))
                        .yielding(1),
                Column.<ConnectionRow>number(
                                "latency",
                                ui.text("connections.col.latency"),
                                66,
                                row -> row.latency().map(Duration::toNanos).orElse(Long.MAX_VALUE),
                                row -> row.latency().map(ui.ages()::latency).orElse(""))
                        .yielding(3),
                Column.<ConnectionRow>number(
                                "holds",
                                ui.text("connections.col.holds"),
                                96,
                                ConnectionColumns::count,
                                row -> holds(row, ui))
                        .yielding(2),
                Column.<ConnectionRow>number(
                                "age",
                                ui.text("connections.col.age"),
                                74,
                                row -> row.readAt().orElse(Instant.EPOCH).getEpochSecond(),
                                row -> row.readAt().map(ui.ages()::since).orElse(""))
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

    private static String system(ConnectionRow row, Ui ui) {
        return switch (row) {
            case ServerRow _ -> ui.text("connections.spire");
            case BackendRow backend -> BackendWords.kind(backend.profile().target().kind(), ui);
        };
    }

    /** With how many warnings there are; what they are stands in the details. */
    private static String state(ConnectionRow row, Ui ui) {
        String word = ui.text(row.health().textKey());
        return row instanceof BackendRow backend && !backend.warnings().isEmpty()
                ? ui.text("connections.warned", word, backend.warnings().size())
                : word;
    }

    private static String stateStyle(ConnectionRow row) {
        if (row.health() == Health.REFUSED) {
            return "tone-danger";
        }
        return row instanceof BackendRow backend && !backend.warnings().isEmpty()
                ? "tone-warning"
                : "";
    }

    private static String trustDomain(ConnectionRow row) {
        return row instanceof ServerRow server ? server.trustDomain() : "";
    }

    private static String credentials(ConnectionRow row, Ui ui) {
        return switch (row) {
            case ServerRow server ->
                    ConnectionWords.credentials(server.profile().credentials(), ui);
            case BackendRow backend -> BackendWords.key(backend.profile().key(), ui);
        };
    }

    private static long count(ConnectionRow row) {
        return switch (row) {
            case ServerRow server ->
                    server.server()
                            .map(known -> known.entries().value().entries().size())
                            .orElse(0);
            case BackendRow backend ->
                    backend.grants().map(read -> read.value().grants().size()).orElse(0);
        };
    }

    /** Nothing while nothing was read: unknown is not zero. */
    private static String holds(ConnectionRow row, Ui ui) {
        return switch (row) {
            case ServerRow server ->
                    server.server()
                            .map(ServerEstate::entries)
                            .filter(read -> read.isKnown() || count(row) > 0)
                            .map(_ -> ui.text("connections.holds.entries", Counts.of(count(row))))
                            .orElse("");
            case BackendRow backend ->
                    backend.grants()
                            .map(read ->
                                    ui.text(
                                            read.state() == Reading.State.PARTIAL
                                                    ? "connections.holds.someGrants"
                                                    : "connections.holds.grants",
                                            Counts.of(count(row))))
                            .orElse("");
        };
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
