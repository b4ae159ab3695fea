package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Table;
import dev.curfew.app.wiring.LabHost;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.ItemReport;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Explanation;
import dev.curfew.text.Moments;
import dev.curfew.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of a plan, as text. */
final class ReportText {
    private final ChangeReport report;
    private final Printer printer;

    ReportText(ChangeReport report, Printer printer) {
        this.report = report;
        this.printer = printer;
    }

    void write() {
        printer.line("");
        printer.line(
                printer.text(
                        "report.title",
                        report.count(ItemReport.State.CONFIRMED),
                        report.items().size(),
                        report.plan().operationId()));
        List<List<String>> lines = new ArrayList<>();
        for (ItemReport item : report.items()) {
            lines.add(
                    List.of(
                            item.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                            SafeText.of(item.title()),
                            SafeText.of(item.key()),
                            item.failure()
                                    .map(why -> Explanation.of(why, Texts.ofServices()).what())
                                    .orElse("")));
        }
        Table.aligned(lines, line -> printer.line("  " + line));
        report.bound()
                .ifPresent(bound -> {
                    var from = report.acceptedAt().orElse(report.plan().plannedAt());
                    printer.line("");
                    printer.line(printer.text("report.since", Moments.utc(from)));
                    BoundText.of(printer, report.plan().kind()).write(bound, from);
                });
        // The lab ends with this command.
        boolean lasts = !report.plan().connection().startsWith(LabHost.PREFIX);
        if (report.plan().undoable() && report.acceptedAt().isPresent() && lasts) {
            printer.line("");
            printer.line(
                    printer.text(
                            "report.undo",
                            report.plan().connection(),
                            report.plan().operationId()));
        }
    }
}
