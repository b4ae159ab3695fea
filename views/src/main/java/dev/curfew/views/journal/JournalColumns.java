package dev.curfew.views.journal;

import dev.curfew.store.JournalRecord;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.IconGraphic;
import java.util.Comparator;
import java.util.List;

/** The columns of the journal. */
final class JournalColumns {
    private JournalColumns() {}

    static List<Column<JournalRecord>> of(Ui ui) {
        return List.of(
                Column.<JournalRecord>number(
                                "number",
                                ui.text("journal.col.number"),
                                50,
                                JournalRecord::number,
                                record -> Long.toString(record.number()))
                        .styled(record -> "muted")
                        .yielding(4),
                Column.<JournalRecord>text(
                                "at",
                                ui.text("journal.col.at"),
                                88,
                                record -> ui.ages().at(record.at()))
                        .orderedBy(Comparator.comparing(JournalRecord::at))
                        .exportedAs(record -> record.at().toString()),
                Column.<JournalRecord>text(
                                "operator",
                                ui.text("journal.col.operator"),
                                82,
                                record -> record.entry().operator())
                        .yielding(2),
                Column.<JournalRecord>text(
                                "connection",
                                ui.text("journal.col.connection"),
                                112,
                                record -> record.entry().connection())
                        .yielding(1),
                Column.<JournalRecord>text(
                                "action",
                                ui.text("journal.col.action"),
                                84,
                                record -> record.entry().action())
                        .styled(record -> "strong"),
                Column.<JournalRecord>text(
                                "subject",
                                ui.text("journal.col.subject"),
                                260,
                                record -> record.entry().subject())
                        .growing(),
                Column.<JournalRecord>text(
                                "phase",
                                ui.text("journal.col.phase"),
                                114,
                                record -> PhaseWords.word(record.entry().phase(), ui))
                        .drawn(() ->
                                new IconGraphic<>(
                                        record -> PhaseWords.icon(record.entry().phase()),
                                        record -> PhaseWords.style(record.entry().phase())))
                        .styled(record -> PhaseWords.style(record.entry().phase())),
                Column.<JournalRecord>text(
                                "why", ui.text("journal.col.why"), 190, record -> why(record))
                        .yielding(3),
                Column.<JournalRecord>text(
                                "operation",
                                ui.text("journal.col.operation"),
                                120,
                                record -> record.entry().operationId())
                        .inMono()
                        .hidden());
    }

    /** Incident and reason, as far as they were given. */
    static String why(JournalRecord record) {
        String incident = record.entry().incident();
        String reason = record.entry().reason();
        if (incident.isEmpty() || reason.isEmpty()) {
            return incident + reason;
        }
        return incident + ", " + reason;
    }
}
