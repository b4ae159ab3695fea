package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.StepState;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.IconGraphic;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The columns of the list of containments. */
final class AllColumns {
    private final Ui ui;

    AllColumns(Ui ui) {
        this.ui = ui;
    }

    List<Column<Kept>> all() {
        return List.of(
                Column.<Kept>text(
                                "started",
                                ui.text("containments.col.started"),
                                76,
                                kept -> ui.ages().at(kept.state().startedAt()))
                        .orderedBy(Comparator.comparing((Kept kept) -> kept.state().startedAt()))
                        .exportedAs(kept -> kept.state().startedAt().toString()),
                Column.<Kept>text(
                                "target",
                                ui.text("containments.col.target"),
                                200,
                                kept -> SafeText.of(kept.state().plan().title()))
                        .styled(_ -> "strong")
                        .growing(),
                Column.text("strength", ui.text("containments.col.strength"), 76, this::strength),
                Column.<Kept>text(
                                "outcome",
                                ui.text("containments.col.outcome"),
                                130,
                                kept -> ContainmentWords.outcome(kept, ui))
                        .drawn(() ->
                                new IconGraphic<>(
                                        AllColumns::icon,
                                        kept -> style(ContainmentWords.outcomeTone(kept))))
                        .styled(kept -> style(ContainmentWords.outcomeTone(kept))),
                Column.<Kept>text("until", ui.text("containments.col.until"), 122, this::until)
                        .orderedBy(Comparator.comparing(this::end))
                        .styled(kept ->
                                style(
                                        countdown(kept)
                                                .filter(Countdown::isOpen)
                                                .map(one -> ContainmentWords.tone(one.state()))
                                                .orElse(Tone.MUTED))),
                Column.<Kept>number(
                        "steps",
                        ui.text("containments.col.steps"),
                        84,
                        AllColumns::confirmed,
                        kept ->
                                ui.text(
                                        "containments.steps.of",
                                        confirmed(kept),
                                        kept.state().steps().size())),
                Column.text(
                        "operator",
                        ui.text("containments.col.operator"),
                        90,
                        kept -> SafeText.of(kept.state().confirmation().operator())),
                Column.text(
                        "incident",
                        ui.text("containments.col.incident"),
                        90,
                        kept -> SafeText.of(kept.state().confirmation().incident())),
                Column.<Kept>text("id", ui.text("containments.col.id"), 170, Kept::id).inMono());
    }

    private String strength(Kept kept) {
        return kept.isRestore()
                ? ui.text("contain.putBack")
                : ContainWords.strength(kept.state().plan().request().strength());
    }

    private static long confirmed(Kept kept) {
        return kept.state().count(StepState.CONFIRMED);
    }

    private Optional<Countdown> countdown(Kept kept) {
        return Countdown.of(kept, ui.ages().now());
    }

    private String until(Kept kept) {
        return countdown(kept)
                .map(one ->
                        switch (one.state()) {
                            case RUNNING ->
                                    ui.text(
                                            "contain.atMost",
                                            one.by().map(ui.ages()::at).orElse(""));
                            case ENDED ->
                                    ui.text(
                                            "containments.ended",
                                            one.by().map(ui.ages()::at).orElse(""));
                            default -> ContainmentWords.left(one.state(), one.by(), ui);
                        })
                .orElse("");
    }

    private Instant end(Kept kept) {
        return countdown(kept).map(one -> one.by().orElse(Instant.MAX)).orElse(Instant.MIN);
    }

    private static AppIcon icon(Kept kept) {
        if (kept.restoredBy().isPresent()) {
            return AppIcon.RESTORE;
        }
        if (kept.state().count(StepState.REVERTED) > 0) {
            return AppIcon.REVERTED;
        }
        return switch (kept.state().phase()) {
            case RUNNING -> AppIcon.SENT;
            case HELD -> AppIcon.PAUSE;
            case WATCHING -> AppIcon.SCANNING;
            case ENDED -> AppIcon.CHECK;
            case ABORTED -> AppIcon.STOP;
            case CUT_OFF -> AppIcon.WARNING;
        };
    }

    private static String style(Tone tone) {
        return switch (tone) {
            case NEUTRAL, ACCENT -> "";
            case MUTED -> "muted";
            case SUCCESS, WARNING, DANGER -> tone.styleClass();
        };
    }
}
