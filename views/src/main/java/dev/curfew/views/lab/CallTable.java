package dev.curfew.views.lab;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Call;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.Comparator;
import java.util.List;

/** The same calls as a table, newest first: for keyboards, screen readers, and to count. */
final class CallTable {
    /** A call with the lane it was made on. */
    private record Row(Call call, LabSnapshot.Lane lane) {}

    private final Ui ui;
    private final DataTable<Row> table;
    private long shownUpTo = -1;

    CallTable(Ui ui) {
        this.ui = ui;
        table =
                new DataTable<>(
                        "lab-calls", columns(), row -> String.valueOf(row.call().number()), ui);
        table.withoutMarks();
        table.setEmptyState(() ->
                new EmptyState(
                        AppIcon.LAB, ui.text("lab.table.empty"), ui.text("lab.table.empty.hint")));
    }

    DataTable<?> node() {
        return table;
    }

    private List<Column<Row>> columns() {
        return List.of(
                Column.<Row>text(
                                "at",
                                ui.text("lab.col.at"),
                                80,
                                row -> ui.ages().at(row.call().at()))
                        .orderedBy(Comparator.comparing(row -> row.call().at())),
                Column.<Row>text(
                                "from",
                                ui.text("lab.col.from"),
                                130,
                                row -> LabWords.name(row.lane().from()))
                        .styled(row -> "strong"),
                Column.text(
                        "to", ui.text("lab.col.to"), 120, row -> LabWords.name(row.lane().to())),
                Column.text(
                        "way", ui.text("lab.col.way"), 130, row -> ui.text(row.lane().way().key())),
                Column.<Row>text(
                                "outcome",
                                ui.text("lab.col.outcome"),
                                150,
                                row -> LabWords.outcome(row.call(), ui))
                        .styled(row -> tone(row.call())),
                Column.<Row>text(
                                "why",
                                ui.text("lab.col.why"),
                                260,
                                row -> LabWords.why(row.call(), ui))
                        .growing());
    }

    private static String tone(Call call) {
        if (call.wrong()) {
            return "tone-danger";
        }
        return call.ok() ? "" : "tone-success";
    }

    /** Shows the calls if there are new ones. */
    void show(LabSnapshot lab) {
        long last = lab.calls().isEmpty() ? 0 : lab.calls().getLast().number();
        if (last != shownUpTo) {
            shownUpTo = last;
            table.show(
                    TableContent.all(
                            lab.calls().reversed().stream()
                                    .map(call -> new Row(call, lab.laneOf(call)))
                                    .toList()));
        }
    }
}
