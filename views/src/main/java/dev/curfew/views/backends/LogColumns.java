package dev.curfew.views.backends;

import dev.curfew.outcome.SafeText;
import dev.curfew.policy.LoggedDecision;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a backend's logs have in their columns. */
final class LogColumns {
    private static final String CUT_MIDDLE = "cut-middle";

    private LogColumns() {}

    static List<Column<LoggedDecision>> decisions(Ui ui) {
        return List.of(
                Column.<LoggedDecision>text(
                                "at",
                                ui.text("backends.look.at"),
                                90,
                                row -> ui.ages().at(row.at()))
                        .exportedAs(row -> ui.ages().full(row.at())),
                Column.<LoggedDecision>text(
                        "decision", ui.text("backends.look.decision"), 90, row -> verdict(row, ui)),
                Column.<LoggedDecision>text(
                                "subject",
                                ui.text("backends.look.subject"),
                                180,
                                row -> SafeText.of(row.principal()))
                        .styled(_ -> CUT_MIDDLE)
                        .growing(),
                Column.text(
                        "action",
                        ui.text("backends.look.action"),
                        90,
                        row -> SafeText.of(row.action())),
                Column.<LoggedDecision>text(
                                "resource",
                                ui.text("backends.look.resource"),
                                130,
                                row -> SafeText.of(row.resource().display()))
                        .styled(_ -> CUT_MIDDLE),
                Column.<LoggedDecision>text(
                                "policy",
                                ui.text("backends.look.policy"),
                                170,
                                row ->
                                        row.because().isEmpty()
                                                ? ui.text("backends.look.untold")
                                                : row.because())
                        .styled(_ -> CUT_MIDDLE),
                Column.<LoggedDecision>text(
                                "call", ui.text("backends.look.call"), 110, LoggedDecision::call)
                        .inMono()
                        .yielding(1));
    }

    private static String verdict(LoggedDecision row, Ui ui) {
        return switch (row.verdict()) {
            case ALLOWED -> ui.text("backends.look.allowed");
            case DENIED -> ui.text("backends.look.denied");
            case CONDITIONAL, CANNOT_EVALUATE, PARTIAL -> ui.text("backends.look.undecided");
        };
    }

    static List<Column<ChangeRow>> changes(Ui ui) {
        return List.of(
                Column.<ChangeRow>text(
                                "at",
                                ui.text("backends.look.at"),
                                110,
                                row -> at(row.change().at(), ui))
                        .exportedAs(row -> row.change().at().map(ui.ages()::full).orElse("")),
                Column.text(
                        "change",
                        ui.text("backends.look.change"),
                        90,
                        row ->
                                switch (row.change().kind()) {
                                    case WRITTEN -> ui.text("backends.look.written");
                                    case DELETED -> ui.text("backends.look.deleted");
                                }),
                Column.<ChangeRow>text(
                                "relationship",
                                ui.text("backends.look.relationship"),
                                380,
                                row -> SafeText.of(row.change().relationship().display()))
                        .styled(_ -> CUT_MIDDLE)
                        .growing(),
                Column.text(
                        "ends",
                        ui.text("backends.look.ends"),
                        130,
                        row ->
                                row.change()
                                        .relationship()
                                        .notAfter()
                                        .map(ui.ages()::at)
                                        .orElse("")),
                Column.<ChangeRow>text(
                                "actor",
                                ui.text("backends.look.actor"),
                                110,
                                row ->
                                        row.change()
                                                .actor()
                                                .map(SafeText::of)
                                                .orElseGet(() -> ui.text("backends.look.untold")))
                        .yielding(1));
    }

    private static String at(Optional<Instant> at, Ui ui) {
        return at.map(ui.ages()::at).orElseGet(() -> ui.text("backends.look.untold"));
    }
}
