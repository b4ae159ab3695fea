package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.plan.PlannedStep;
import dev.curfew.containment.run.ContainmentState.Phase;
import dev.curfew.containment.run.StepState;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.Confirmation;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks before a window closes in which containments run. JavaFX thread only. */
public final class ClosingQuestion {
    /** Id of the dialog. */
    public static final String ID = "closing";

    private static final int MOST = 5;

    private final ContainmentsModel model;
    private final Ui ui;
    private final ContainWords words;

    public ClosingQuestion(ContainmentsModel model, Ui ui) {
        this.model = model;
        this.ui = ui;
        words = new ContainWords(ui);
    }

    /** Closes at once where nothing runs; else when the operator says so. */
    public void ask(Runnable close) {
        List<Kept> running = model.allProperty().get().stream().filter(Kept::runsHere).toList();
        if (running.isEmpty()) {
            close.run();
            return;
        }
        List<String> lines = new ArrayList<>();
        running.stream().limit(MOST).map(this::line).forEach(lines::add);
        if (running.size() > MOST) {
            lines.add(ui.text("containments.countdown.more", running.size() - MOST));
        }
        ui.dialogs()
                .confirm(
                        Confirmation.destructive(
                                ID,
                                running.size() == 1
                                        ? ui.text("containments.closing.one")
                                        : ui.text("containments.closing.title", running.size()),
                                ui.text("containments.closing.text"),
                                lines,
                                ui.text("containments.closing.verb")),
                        close);
    }

    /** How far it is. */
    private String line(Kept kept) {
        String title = words.title(kept.state().plan());
        if (kept.state().phase() == Phase.WATCHING) {
            return ui.text("containments.closing.watched", title);
        }
        Optional<PlannedStep> at =
                kept.state().plan().steps().stream()
                        .filter(step -> isUnderWay(kept.state().step(step).state()))
                        .findFirst();
        return at.map(step ->
                        ui.text(
                                "containments.closing.step",
                                title,
                                words.numbered(step),
                                ContainmentWords.step(kept.state().step(step).state())))
                .orElseGet(() ->
                        ui.text(
                                "containments.closing.between",
                                title,
                                ContainmentWords.phase(kept.state().phase())));
    }

    private static boolean isUnderWay(StepState state) {
        return state == StepState.SENT || state == StepState.GATED || state == StepState.RETRYING;
    }
}
