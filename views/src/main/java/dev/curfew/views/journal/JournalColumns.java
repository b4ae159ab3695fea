package dev.curfew.views.journal;

import dev.curfew.store.JournalRecord;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import java.util.Comparator;
import java.util.List;

/** The columns of the journal. */
final class JournalColumns {
    private JournalColumns() {}

    static List<Column<JournalRecord>> all(Ui ui) {
        return List.of(
                Column.<JournalRecord>number(
                        "number",
                        ui.text("journal.column.number"),
                        60,
                        JournalRecord::number,
                        r -> String.valueOf(r.number())),
                Column.<JournalRecord>text(
                                "time",
                                ui.text("journal.column.time"),
                                150,
                                r -> ui.ages().full(r.at()))
                        .orderedBy(Comparator.comparing(JournalRecord::at)),
                Column.<JournalRecord>text(
                                "action",
                                ui.text("journal.column.action"),
                                120,
                                r -> r.entry().action())
                        .styled(_ -> "strong"),
                Column.<JournalRecord>text(
                                "phase",
                                ui.text("journal.column.phase"),
                                110,
                                r -> PhaseWords.word(r.entry().phase(), ui))
                        .styled(r -> PhaseWords.style(r.entry().phase()))
                        .drawn(PhaseGraphic::new),
                Column.<JournalRecord>text(
                                "subject",
                                ui.text("journal.column.subject"),
                                260,
                                r -> r.entry().subject())
                        .inMono()
                        .growing(),
                Column.text(
                        "connection",
                        ui.text("journal.column.connection"),
                        130,
                        r -> r.entry().connection()),
                Column.text(
                        "operator",
                        ui.text("journal.column.operator"),
                        100,
                        r -> r.entry().operator()),
                Column.text(
                        "incident",
                        ui.text("journal.column.incident"),
                        90,
                        r -> r.entry().incident()),
                Column.<JournalRecord>text(
                                "reason",
                                ui.text("journal.column.reason"),
                                160,
                                r -> r.entry().reason())
                        .hidden(),
                Column.<JournalRecord>text(
                                "operation",
                                ui.text("journal.column.operation"),
                                220,
                                r -> r.entry().operationId())
                        .inMono()
                        .hidden());
    }
}
