package dev.curfew.views.delegation;

import dev.curfew.delegation.rules.Rule;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.IconGraphic;
import java.util.List;

/** A rule on one line. */
final class RuleColumns {
    private final Ui ui;
    private final RuleWords words;

    RuleColumns(Ui ui) {
        this.ui = ui;
        words = new RuleWords(ui);
    }

    List<Column<RuleLine>> all() {
        return List.of(
                Column.number(
                        "place",
                        ui.text("rules.column.place"),
                        44,
                        RuleLine::place,
                        line -> String.valueOf(line.place())),
                Column.<RuleLine>text(
                                "effect",
                                ui.text("rules.column.effect"),
                                86,
                                line -> words.effect(line.rule()))
                        .drawn(() ->
                                new IconGraphic<>(line ->
                                        line.rule().effect() == Rule.Effect.ALLOW
                                                ? AppIcon.CHECK
                                                : AppIcon.REMOVE)),
                Column.<RuleLine>text(
                                "name",
                                ui.text("rules.column.name"),
                                300,
                                line -> line.rule().name())
                        .growing(),
                Column.text(
                        "from", ui.text("rules.column.from"), 170, line -> words.from(line.rule())),
                Column.text("to", ui.text("rules.column.to"), 170, line -> words.to(line.rule())),
                Column.<RuleLine>text(
                                "limits",
                                ui.text("rules.column.limits"),
                                150,
                                line -> words.limits(line.rule()))
                        .yielding(2),
                Column.<RuleLine>number(
                                "decided",
                                ui.text("rules.column.decided"),
                                76,
                                line -> line.decided().size(),
                                line -> Counts.of(line.decided().size()))
                        .styled(line -> line.decided().isEmpty() ? "muted" : ""),
                Column.<RuleLine>number(
                                "broken",
                                ui.text("rules.column.broken"),
                                70,
                                RuleLine::broken,
                                line -> Counts.of(line.broken()))
                        .styled(line -> line.broken() == 0 ? "muted" : "tone-danger"),
                Column.<RuleLine>text(
                                "reason",
                                ui.text("rules.column.reason"),
                                150,
                                line -> line.rule().reason())
                        .yielding(1));
    }
}
