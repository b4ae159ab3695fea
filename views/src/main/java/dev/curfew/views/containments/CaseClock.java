package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.residual.Residual;
import dev.curfew.containment.residual.Residual.State;
import dev.curfew.containment.run.StepReport;
import dev.curfew.exposure.ExposureBound;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The large countdown: how long the target can still act, at the latest. */
final class CaseClock {
    private final Ui ui;
    private final Label head = Labels.wrapped("", "muted");
    private final Label figure = Labels.whole("", "figure", "mono", "clock-figure");
    private final Label until = Labels.wrapped("");
    private final Label without = Labels.wrapped("", "muted");
    private final Label stopped = Labels.whole("", "mono");
    private final Label known = Labels.whole("", "mono");
    private final Card card;

    CaseClock(Ui ui) {
        this.ui = ui;
        figure.setId("containment-clock");
        figure.setAccessibleRole(AccessibleRole.TEXT);
        VBox facts =
                new VBox(
                        fact(ui.text("containments.clock.stopped"), stopped),
                        fact(ui.text("containments.clock.known"), known));
        facts.getStyleClass().add("clock-facts");
        VBox all = new VBox(head, figure, until, without, facts);
        all.getStyleClass().add("clock");
        card = new Card(ui.text("containments.clock"), all);
    }

    private static HBox fact(String name, Label value) {
        HBox line = new HBox(Labels.muted(name), Labels.gap(), value);
        line.getStyleClass().add("clock-fact");
        return line;
    }

    Region node() {
        return card;
    }

    void show(Kept kept, Instant now) {
        String name = SafeText.of(kept.state().plan().title());
        Optional<ExposureBound> bound = bound(kept);
        stopped.setText(time(bound.flatMap(b -> b.issuanceStops().at())));
        known.setText(time(bound.flatMap(b -> b.nodesKnow().at())));
        Optional<Countdown> countdown = Countdown.of(kept, now);
        if (kept.isRestore()) {
            say(
                    ui.text("containments.clock.restore", name),
                    ui.text("containments.clock.restored"),
                    Tone.NEUTRAL,
                    ui.text("containments.clock.restored.hint"));
        } else if (countdown.isEmpty()) {
            say(name, ui.text("containments.clock.nothing"), Tone.MUTED, "");
        } else {
            show(countdown.get(), name);
        }
    }

    private void show(Countdown countdown, String name) {
        State state = countdown.state();
        switch (state) {
            case RUNNING ->
                    say(
                            ui.text("containments.clock.can", name),
                            ContainmentWords.left(state, countdown.by(), ui),
                            Tone.WARNING,
                            ui.text(
                                    "containments.clock.until",
                                    countdown.by().map(ui.ages()::at).orElse(""),
                                    longest(countdown)));
            case ENDED ->
                    say(
                            ui.text("containments.clock.none", name),
                            ContainmentWords.left(state, countdown.by(), ui),
                            Tone.SUCCESS,
                            countdown
                                    .provedAfterEnd()
                                    .map(proof ->
                                            ui.text(
                                                    "containments.clock.proved",
                                                    countdown.by().map(ui.ages()::at).orElse(""),
                                                    ui.ages().at(proof.at())))
                                    .orElseGet(() ->
                                            ui.text(
                                                    "containments.clock.bound",
                                                    countdown.by().map(ui.ages()::at).orElse(""))));
            case REVERTED -> {
                boolean byUs = countdown.kept().restoredBy().isPresent();
                say(
                        ui.text("containments.clock.again", name),
                        ContainmentWords.left(state, countdown.by(), ui),
                        byUs ? Tone.NEUTRAL : Tone.DANGER,
                        byUs
                                ? ui.text(
                                        "containments.clock.byUs",
                                        countdown.kept().restoredBy().orElse(""))
                                : ui.text("containments.clock.reverted"));
            }
            case UNBOUNDED, UNKNOWN ->
                    say(
                            ui.text("containments.clock.can", name),
                            ContainmentWords.left(state, countdown.by(), ui),
                            Tone.WARNING,
                            state == State.UNKNOWN
                                    ? ui.text("containments.clock.unknown")
                                    : ui.text("containments.clock.unbounded"));
        }
        without.setText(ui.text("containments.clock.streams"));
    }

    /** Which kind lives longest, and where. */
    private String longest(Countdown countdown) {
        Residual first = countdown.residuals().getFirst();
        return ui.text("containments.on", ContainmentWords.kind(first.kind()), first.connection());
    }

    private void say(String before, String large, Tone tone, String after) {
        head.setText(before);
        figure.setText(large);
        figure.setAccessibleText(before + " " + large);
        tone.on(figure);
        until.setText(after);
        without.setText("");
    }

    private String time(Optional<Instant> at) {
        return at.map(moment -> ui.text("contain.atMost", ui.ages().at(moment)))
                .orElseGet(() -> ui.text("contain.effect.unknown"));
    }

    /** From when it was accepted; what was not accepted has none. */
    private static Optional<ExposureBound> bound(Kept kept) {
        List<ExposureBound> bounds =
                kept.state().steps().stream()
                        .map(StepReport::bound)
                        .flatMap(Optional::stream)
                        .toList();
        return bounds.isEmpty() ? Optional.empty() : Optional.of(ExposureBound.latest(bounds));
    }
}
