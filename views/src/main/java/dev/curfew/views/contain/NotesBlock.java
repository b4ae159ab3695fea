package dev.curfew.views.contain;

import dev.curfew.containment.Strength;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.icons.AppIcon;
import dev.curfew.outcome.SafeText;
import dev.curfew.views.actions.Frames;
import dev.curfew.views.actions.Sentences;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.FileQuestion;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * What is to be known before the last button: why not, what changed, what the servers said, what to
 * watch, how it is undone. Made anew only when it says something else.
 */
final class NotesBlock {
    private final PlanViewModel model;
    private final Ui ui;
    private final Runnable planAgain;
    private final Runnable focusLost;
    private final VBox urgent = new VBox();
    private final VBox notes = new VBox();
    private List<Object> said = List.of();

    /**
     * @param planAgain leaves a saved plan for a fresh one of the same request
     * @param focusLost called when the control that had the focus is gone with what it stood for:
     *     without a new place for the focus the keyboard would reach nothing more
     */
    NotesBlock(PlanViewModel model, Ui ui, Runnable planAgain, Runnable focusLost) {
        this.model = model;
        this.ui = ui;
        this.planAgain = planAgain;
        this.focusLost = focusLost;
        urgent.setId("contain-urgent");
        notes.setId("contain-notes");
        urgent.getStyleClass().add("sentences");
        notes.getStyleClass().add("sentences");
    }

    /** Above the plan: what stands in the way. */
    Node urgent() {
        return urgent;
    }

    /** Below it: what to know. */
    Node notes() {
        return notes;
    }

    void show(PlanState state) {
        List<Object> toSay = new ArrayList<>();
        toSay.add(state.failure());
        toSay.add(state.drift());
        toSay.add(state.dryRun());
        toSay.add(model.readOnly());
        toSay.add(model.second());
        state.plan()
                .ifPresent(plan -> {
                    toSay.add(plan.refusals());
                    toSay.add(plan.warnings());
                    toSay.add(plan.request().strength());
                });
        if (toSay.equals(said)) {
            return;
        }
        said = toSay;
        boolean focused = urgent.isFocusWithin();
        urgent.getChildren().setAll(urgent(state));
        notes.getChildren().setAll(state.plan().map(this::notes).orElse(List.of()));
        for (VBox box : List.of(urgent, notes)) {
            box.setVisible(!box.getChildren().isEmpty());
            box.setManaged(box.isVisible());
        }
        if (focused) {
            focusLost.run();
        }
    }

    private List<Node> urgent(PlanState state) {
        List<Node> all = new ArrayList<>();
        state.failure()
                .ifPresent(why ->
                        all.add(
                                Frames.framed(
                                        Sentences.refusal(Explanations.of(why)), Tone.DANGER)));
        if (!state.drift().isEmpty()) {
            all.add(drifted(state));
        }
        state.plan()
                .ifPresent(plan ->
                        plan.refusals()
                                .forEach(why ->
                                        all.add(
                                                Frames.framed(
                                                        Sentences.refusal(Explanations.of(why)),
                                                        Tone.DANGER))));
        if (model.canBeApproved() && state.drift().isEmpty()) {
            all.add(approval());
        }
        state.dryRun().ifPresent(result -> all.add(asked(result)));
        if (!model.readOnly().isEmpty()) {
            all.add(readOnly());
        }
        return all;
    }

    private Node drifted(PlanState state) {
        List<Node> lines = new ArrayList<>();
        lines.add(Tone.DANGER.on(Labels.wrapped(ui.text("contain.drift.what"), "strong")));
        state.drift()
                .forEach(difference ->
                        lines.add(
                                Labels.wrapped(
                                        ui.text(
                                                "contain.bullet",
                                                ContainWords.drift(difference)))));
        lines.add(Labels.wrapped(ui.text("contain.drift.next"), "muted"));
        HBox line = Sentences.line(AppIcon.ERROR, Tone.DANGER, lines.toArray(Node[]::new));
        line.getChildren()
                .add(
                        Buttons.of(
                                "contain-planAgain",
                                AppIcon.REFRESH,
                                ui.text("contain.planAgain"),
                                planAgain));
        return Frames.framed(line, Tone.DANGER);
    }

    /** In place of typing the phrase. */
    private Node approval() {
        Optional<String> second = model.second();
        HBox line =
                Sentences.line(
                        second.isPresent() ? AppIcon.CHECK : AppIcon.PERSON,
                        Tone.NEUTRAL,
                        Labels.wrapped(
                                second.map(name -> ui.text("contain.approved", SafeText.of(name)))
                                        .orElseGet(() -> ui.text("contain.approval")),
                                "strong"),
                        Labels.wrapped(ui.text("contain.approval.hint"), "muted"));
        if (second.isEmpty()) {
            line.getChildren()
                    .add(
                            Buttons.of(
                                    "contain-approval",
                                    AppIcon.IMPORT,
                                    ui.text("contain.approval.load"),
                                    () ->
                                            ui.dialogs()
                                                    .chooseOpen(
                                                            new FileQuestion(
                                                                    ui.text(
                                                                            "contain.approval.title"),
                                                                    "",
                                                                    ui.text(
                                                                            "contain.approval.kind"),
                                                                    "json"),
                                                            file ->
                                                                    model.approve(
                                                                            file,
                                                                            () ->
                                                                                    show(
                                                                                            model
                                                                                                    .state())))));
        }
        return Frames.framed(line, Tone.NEUTRAL);
    }

    private Node asked(DryRun.Result result) {
        List<Node> lines = new ArrayList<>();
        boolean good = result.isAsPlanned();
        lines.add(
                Labels.wrapped(
                        good
                                ? ui.text("contain.dryRun.good", ui.ages().at(result.at()))
                                : ui.text("contain.dryRun.bad", ui.ages().at(result.at())),
                        "strong"));
        for (DryRun.Checked one : result.checked()) {
            String counts =
                    ui.text(
                            "contain.dryRun.line",
                            one.step(),
                            one.connection(),
                            one.asPlanned(),
                            one.looked());
            lines.add(
                    Labels.wrapped(
                            one.failures().isEmpty()
                                    ? counts
                                    : counts
                                            + ". "
                                            + Explanations.of(one.failures().getFirst())
                                                    .asParagraph()));
        }
        if (!result.notTried().isEmpty()) {
            lines.add(Labels.wrapped(ui.text("contain.dryRun.notTried"), "muted"));
        }
        if (!result.readOnly().isEmpty()) {
            lines.add(
                    Labels.wrapped(
                            ui.text(
                                    "contain.dryRun.readOnly",
                                    String.join(", ", result.readOnly())),
                            "muted"));
        }
        Tone tone = good ? Tone.NEUTRAL : Tone.DANGER;
        VBox box =
                new VBox(
                        Sentences.line(
                                good ? AppIcon.CHECK : AppIcon.ERROR,
                                tone,
                                lines.toArray(Node[]::new)));
        box.setId("contain-dryRun-result");
        return Frames.framed(box, tone);
    }

    private Node readOnly() {
        String names = String.join(", ", model.readOnly());
        HBox line =
                Sentences.line(
                        AppIcon.LOCK_OUTLINE,
                        Tone.MUTED,
                        Labels.wrapped(ui.text("contain.readOnly.what", names), "strong"),
                        Labels.wrapped(ui.text("actions.readOnly.preview"), "muted"));
        line.getChildren()
                .add(
                        Buttons.of(
                                "contain-arm",
                                AppIcon.ARMED,
                                ui.text("actions.arm"),
                                () -> {
                                    model.arm();
                                    show(model.state());
                                }));
        return Frames.framed(line, Tone.NEUTRAL);
    }

    private List<Node> notes(ContainmentPlan plan) {
        List<Node> all = new ArrayList<>();
        if (!plan.warnings().isEmpty()) {
            VBox warnings = new VBox();
            warnings.getStyleClass().add("sentence-list");
            if (plan.request().strength() == Strength.SEVER) {
                warnings.getChildren()
                        .add(Labels.wrapped(ui.text("contain.beforeNoReturn"), "strong"));
            }
            plan.warnings()
                    .forEach(warning ->
                            warnings.getChildren()
                                    .add(Sentences.warning(ContainWords.warning(warning))));
            all.add(Frames.framed(warnings, Tone.NEUTRAL));
        }
        undo(plan).ifPresent(all::add);
        return all;
    }

    private Optional<Node> undo(ContainmentPlan plan) {
        if (!plan.isRunnable()) {
            return Optional.empty();
        }
        String what;
        if (plan.restores().isPresent()) {
            what = ui.text("contain.undo.restore");
        } else if (plan.isReversible()) {
            what = ui.text("contain.undo.yes");
        } else {
            what = ui.text("contain.undo.partly");
        }
        return Optional.of(
                Frames.framed(
                        Sentences.line(
                                AppIcon.UNDO,
                                Tone.MUTED,
                                Labels.wrapped(ui.text("contain.undo"), "strong"),
                                Labels.wrapped(what)),
                        Tone.NEUTRAL));
    }
}
