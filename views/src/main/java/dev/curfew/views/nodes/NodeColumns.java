package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.NodeLine;
import dev.curfew.views.table.Column;
import java.util.Comparator;
import java.util.List;

/** The columns of the list, in the order of their first showing. */
final class NodeColumns {
    private final Ui ui;
    private final NodeWords words;

    NodeColumns(Ui ui) {
        this.ui = ui;
        this.words = new NodeWords(ui);
    }

    List<Column<NodeRow>> all() {
        return List.of(
                Column.text("name", ui.text("nodes.column.name"), 140, NodeRow::name)
                        .styled(row -> "strong"),
                Column.text("path", ui.text("nodes.column.path"), 200, NodeRow::path)
                        .inMono()
                        .growing(),
                Column.text(
                                "type",
                                ui.text("nodes.column.type"),
                                88,
                                (NodeRow row) -> row.node().attestationType())
                        .yielding(1),
                state(),
                ends(),
                Column.<NodeRow>number(
                                "serves",
                                ui.text("nodes.column.serves"),
                                62,
                                row -> row.serves().orElse(-1),
                                words::serves)
                        .yielding(2),
                Column.<NodeRow>text(
                                "reattest",
                                ui.text("nodes.column.reattest"),
                                92,
                                row -> words.canReattest(row.node()))
                        .styled(row -> "muted")
                        .hidden(),
                Column.<NodeRow>text(
                                "version",
                                ui.text("nodes.column.version"),
                                70,
                                row -> row.node().version())
                        .hidden(),
                Column.<NodeRow>text(
                                "serial",
                                ui.text("nodes.column.serial"),
                                220,
                                row -> row.node().serial())
                        .inMono()
                        .hidden(),
                Column.<NodeRow>text(
                                "selectors",
                                ui.text("nodes.column.selectors"),
                                320,
                                row -> NodeWords.selectors(row.node()))
                        .inMono()
                        .hidden(),
                Column.text("id", ui.text("nodes.column.id"), 320, NodeRow::key).inMono().hidden());
    }

    private Column<NodeRow> state() {
        return Column.<NodeRow>text(
                        "state",
                        ui.text("nodes.column.state"),
                        92,
                        row -> NodeLine.word(row.state(ui.ages().now()), ui))
                .orderedBy(Comparator.comparing(row -> row.state(ui.ages().now())))
                .drawn(() -> new StateGraphic(ui))
                .styled(row ->
                        switch (row.state(ui.ages().now())) {
                            case ATTESTED -> "";
                            case BANNED -> "strong";
                            case STALE -> "muted";
                        });
    }

    private Column<NodeRow> ends() {
        return Column.<NodeRow>text(
                        "ends", ui.text("nodes.column.ends"), 212, row -> words.ends(row.node()))
                .orderedBy(Comparator.comparingLong(row -> row.node().expiresAtSeconds()))
                .exportedAs(row -> row.node().expiresAt().toString())
                .styled(row -> row.state(ui.ages().now()) == NodeState.STALE ? "muted" : "")
                .yielding(3);
    }
}
