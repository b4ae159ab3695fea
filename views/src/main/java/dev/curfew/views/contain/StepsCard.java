package dev.curfew.views.contain;

import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.Lever;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.LineTable;
import dev.curfew.views.kit.LineTable.Column;
import dev.curfew.views.kit.LineTable.Words;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;

/** The plan in its order: lever, system, effect after, reversible, what stays open. */
final class StepsCard {
    private record Row(PlannedStep step, ContainmentPlan plan) {}

    private final Ui ui;
    private final ContainWords words;
    private final LineTable<Row> table;
    private final Card card;

    StepsCard(Ui ui, ContainWords words) {
        this.ui = ui;
        this.words = words;
        table =
                new LineTable<>(
                        "contain-steps",
                        List.of(
                                new Column<>(ui.text("contain.col.lever"), 3, this::lever),
                                new Column<>(
                                        ui.text("contain.col.system"),
                                        1.5,
                                        row ->
                                                Words.of(
                                                        String.join(
                                                                ", ", row.step().connections()))),
                                new Column<>(ui.text("contain.col.effect"), 2.3, this::effect),
                                new Column<>(
                                        ui.text("contain.col.reversible"), 1.1, this::reversible),
                                new Column<>(ui.text("contain.col.open"), 2.6, this::open)),
                        _ -> "");
        card = new Card(ui.text("contain.plan"), table);
    }

    Region node() {
        return card;
    }

    void show(ContainmentPlan plan) {
        int count = plan.steps().size();
        card.subtitle(
                count == 1 ? ui.text("contain.steps.one") : ui.text("contain.plan.order", count));
        table.show(plan.steps().stream().map(step -> new Row(step, plan)).toList());
    }

    private Words lever(Row row) {
        return Words.of(words.numbered(row.step())).and(words.items(row.step()));
    }

    private Words effect(Row row) {
        String after =
                ContainWords.effectAfter(row.step(), row.plan())
                        .map(d -> ui.text("contain.atMost", ui.ages().rough(d)))
                        .orElseGet(() -> ui.text("contain.effect.unknown"));
        return Words.of(after).and(ContainWords.effect(row.step().lever()));
    }

    private Words reversible(Row row) {
        return row.step().lever().isReversible()
                ? Words.of(ui.text("contain.reversible.yes"))
                : Words.of(ui.text("contain.reversible.no")).inBold();
    }

    private Words open(Row row) {
        Lever lever = row.step().lever();
        String leaves = ContainWords.leaves(lever);
        return switch (lever) {
            case RESTORE_ENTRIES,
                    REVERT_ENTRIES,
                    LIFT_BAN,
                    END_GRANTS,
                    TIGHTEN_GRANTS,
                    RESTORE_GRANTS,
                    QUARANTINE,
                    LIFT_QUARANTINE ->
                    Words.of(leaves);
            default -> {
                String times = times(row.step(), lever);
                yield times.isEmpty()
                        ? Words.of(leaves)
                        : Words.of(times).in(Tone.WARNING).and(leaves);
            }
        };
    }

    private String times(PlannedStep step, Lever lever) {
        List<String> parts = new ArrayList<>();
        if (lever != Lever.ROTATE_JWT && lever != Lever.RETIRE_JWT) {
            parts.add(time("contain.open.x509", step.bound().x509Dead().at()));
        }
        if (lever != Lever.ROTATE_X509 && lever != Lever.RETIRE_X509) {
            parts.add(time("contain.open.jwt", step.bound().jwtDead().at()));
        }
        return String.join("\n", parts);
    }

    private String time(String key, Optional<Instant> at) {
        return ui.text(
                key,
                at.map(by -> ui.text("contain.atMost", ui.ages().at(by)))
                        .orElseGet(() -> ui.text("contain.noBound")));
    }
}
