package dev.curfew.views.containments;

import dev.curfew.containment.book.Kept;
import dev.curfew.containment.run.Proof;
import dev.curfew.containment.run.StepReport;
import dev.curfew.containment.run.StepState;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.text.Explanation;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an operator must know of a containment at once: put back, cut off, at a gate, restored. */
final class CaseBanner extends HBox {
    private final Ui ui;
    private final CaseActions actions;
    private final CasePane.Ways ways;
    private final VBox words = new VBox();
    private List<Object> said = List.of();

    CaseBanner(Ui ui, CaseActions actions, CasePane.Ways ways) {
        this.ui = ui;
        this.actions = actions;
        this.ways = ways;
        setId("containment-banner");
        getStyleClass().addAll("banner", "case-banner");
        setAccessibleRole(AccessibleRole.TEXT);
        hide();
    }

    private void hide() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    void show(Kept kept) {
        List<Object> toSay =
                List.of(
                        kept.id(),
                        kept.runsHere(),
                        kept.isCutOff(),
                        kept.restoredBy(),
                        actions.whyNotResume(kept),
                        kept.state().steps().stream()
                                .map(step -> List.of(step.state(), step.items()))
                                .toList());
        if (toSay.equals(said)) {
            return;
        }
        said = toSay;
        Optional<StepReport> reverted = first(kept, StepState.REVERTED);
        Optional<StepReport> contradicted =
                first(kept, StepState.CONTRADICTED).filter(step -> step.failure().isPresent());
        Optional<StepReport> gated = first(kept, StepState.GATED);
        Optional<StepReport> closed =
                first(kept, StepState.FAILED).filter(step -> !GateNodes.names(step).isEmpty());
        Optional<StepReport> overridden =
                kept.state().steps().stream()
                        .filter(step -> step.state() == StepState.CONFIRMED)
                        .filter(step -> !GateNodes.names(step).isEmpty())
                        .findFirst();
        if (kept.isCutOff()) {
            cutOff(kept);
        } else if (kept.restoredBy().isPresent()) {
            restored(kept.restoredBy().get());
        } else if (reverted.isPresent()) {
            reverted(kept, reverted.get());
        } else if (contradicted.isPresent()) {
            contradicted(kept, contradicted.get());
        } else if (gated.isPresent() && !GateNodes.names(gated.get()).isEmpty()) {
            gated(kept, gated.get());
        } else if (closed.isPresent() && !kept.runsHere()) {
            stayedClosed(kept, closed.get());
        } else if (overridden.isPresent()) {
            lockedOut(overridden.get());
        } else {
            hide();
        }
    }

    private static Optional<StepReport> first(Kept kept, StepState state) {
        return kept.state().steps().stream().filter(step -> step.state() == state).findFirst();
    }

    private void reverted(Kept kept, StepReport step) {
        Optional<Proof> found =
                step.proofs().stream()
                        .filter(proof -> proof.verdict() == Proof.Verdict.REVERTED)
                        .findFirst();
        say(
                Tone.DANGER,
                AppIcon.REVERTED,
                found.map(proof ->
                                ui.text(
                                        "containments.reverted.at",
                                        step.number(),
                                        ui.ages().at(proof.at()),
                                        proof.connection()))
                        .orElseGet(() -> ui.text("containments.reverted", step.number())),
                ui.text(
                        "containments.reverted.next",
                        found.map(proof -> SafeText.of(proof.found())).orElse("")),
                List.of(again(kept)));
    }

    /** What was done stands, and something shows that it did not do what it should. */
    private void contradicted(Kept kept, StepReport step) {
        Explanation told = Explanations.of(step.failure().orElseThrow());
        say(
                Tone.DANGER,
                AppIcon.WARNING,
                ui.text("containments.contradicted", step.number(), told.what()),
                told.why() + " " + told.next(),
                List.of(again(kept)));
    }

    private ActionButton again(Kept kept) {
        return Buttons.of(
                "containment-again",
                AppIcon.CONTAIN,
                ui.text("containments.again"),
                () -> ways.again(kept));
    }

    private void cutOff(Kept kept) {
        say(
                Tone.WARNING,
                AppIcon.WARNING,
                ui.text("containments.cutOff"),
                actions.whyNotResume(kept).orElseGet(() -> ui.text("containments.cutOff.next")),
                Stream.concat(
                                goOn(kept).stream(),
                                Stream.of(
                                        Buttons.text(
                                                "containment-giveUp",
                                                ui.text("containments.giveUp"),
                                                () -> actions.giveUp(kept))))
                        .toList());
    }

    /** Who keeps it closed, and what would become of each: before anything is overridden. */
    private void gated(Kept kept, StepReport step) {
        List<String> nodes = GateNodes.lines(step, ui);
        say(
                Tone.WARNING,
                AppIcon.LOCK_OUTLINE,
                ui.text("containments.gated", step.number()),
                ui.text("containments.gated.next"),
                List.of(
                        Buttons.grave(
                                Buttons.of(
                                        "containment-gate",
                                        AppIcon.ROTATE,
                                        ui.text("containments.gate"),
                                        () -> actions.overrideGate(kept, nodes)))));
        list(nodes);
    }

    /** It gave up waiting: nothing is lost, and it can be gone on with. */
    private void stayedClosed(Kept kept, StepReport step) {
        say(
                Tone.WARNING,
                AppIcon.LOCK_OUTLINE,
                ui.text("containments.gate.closed", step.number()),
                ui.text("containments.gate.closed.next"),
                goOn(kept));
        list(GateNodes.lines(step, ui));
    }

    /** Revoked although the gate was closed: who has to be helped now. */
    private void lockedOut(StepReport step) {
        say(
                Tone.WARNING,
                AppIcon.WARNING,
                ui.text("containments.gate.overridden", step.number()),
                ui.text("containments.gate.overridden.next"),
                List.of());
        list(GateNodes.names(step));
    }

    /** Below what the banner says. */
    private void list(List<String> lines) {
        VBox nodes = new VBox();
        nodes.setId("containment-gate-nodes");
        nodes.getStyleClass().add("gate-nodes");
        lines.forEach(
                line -> nodes.getChildren().add(Labels.wrapped(ui.text("contain.bullet", line))));
        words.getChildren().add(nodes);
        setAccessibleText(getAccessibleText() + " " + String.join(" ", lines));
    }

    /** To go on with it, and before that what it needs. */
    private List<ActionButton> goOn(Kept kept) {
        ActionButton resume =
                Buttons.of(
                        "containment-resume",
                        AppIcon.RUN,
                        ui.text("containments.resume"),
                        () -> actions.resume(kept));
        Optional<String> why = actions.whyNotResume(kept);
        resume.refuse(why.orElse(""));
        return why.isEmpty()
                ? List.of(resume)
                : List.of(
                        Buttons.of(
                                "containment-arm",
                                AppIcon.ARMED,
                                ui.text("actions.arm"),
                                () -> {
                                    actions.arm(kept);
                                    show(kept);
                                }),
                        resume);
    }

    private void restored(String by) {
        say(
                Tone.NEUTRAL,
                AppIcon.RESTORE,
                ui.text("containments.restored", by),
                ui.text("containments.restored.hint"),
                List.of(
                        Buttons.text(
                                "containment-restoredBy",
                                ui.text("containments.open"),
                                () -> ways.open(by))));
    }

    private void say(
            Tone tone, AppIcon icon, String what, String more, List<ActionButton> buttons) {
        words.getChildren().setAll(Labels.wrapped(what, "banner-title"), Labels.wrapped(more));
        HBox.setHgrow(words, Priority.ALWAYS);
        List<javafx.scene.Node> all = new ArrayList<>(List.of(icon.view(), words));
        all.addAll(buttons);
        getChildren().setAll(all);
        tone.on(this);
        setAccessibleText(what + " " + more);
        setVisible(true);
        setManaged(true);
    }
}
