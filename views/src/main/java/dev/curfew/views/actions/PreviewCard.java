package dev.curfew.views.actions;

import dev.curfew.containment.ActionKind;
import dev.curfew.containment.ActionKind.Strength;
import dev.curfew.containment.ChangePlan;
import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.KeyHint;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Pill;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/**
 * What would happen, and the last button. A plan that takes something away starts on Cancel and is
 * never confirmed with Enter; its target may have to be typed.
 */
final class PreviewCard implements Attachable {
    /**
     * What the buttons do.
     *
     * @param back to the form, where there is one
     * @param banInstead only for an eviction
     * @param command the same for the command line, where there is one
     */
    record Choices(
            Runnable cancel,
            Runnable run,
            Optional<Runnable> back,
            Optional<Runnable> banInstead,
            Optional<String> command) {}

    private final PreviewViewModel model;
    private final Ui ui;
    private final ActionButton cancel;
    private final ActionButton run;
    private final PreviewBody body;
    private final ConfirmStrip strip;
    private final FlowCard card;

    PreviewCard(PreviewViewModel model, FlowContext context, Choices choices) {
        this.model = model;
        this.ui = context.ui();
        ChangePlan plan = model.plan();
        cancel = Buttons.text("preview-cancel", ui.text("kit.dialog.cancel"), choices.cancel());
        cancel.setGraphic(new KeyHint("Esc"));
        cancel.setContentDisplay(ContentDisplay.RIGHT);
        run =
                Buttons.of(
                        "preview-run",
                        icon(plan.kind()),
                        context.words().verb(plan),
                        choices.run());
        if (isGrave()) {
            Buttons.destructive(run);
        } else if (choices.banInstead().isEmpty()) {
            Buttons.main(run);
            run.setDefaultButton(plan.kind().strength() == Strength.PLAIN);
        }
        body = new PreviewBody(model, context);
        strip = new ConfirmStrip(model, ui);
        card =
                new FlowCard(context.words().title(plan), "flow-wide", body.node())
                        .withHead(pills(plan).toArray(Node[]::new))
                        .withStrip(strip)
                        .withButtons(
                                left(choices).toArray(Node[]::new),
                                right(choices).toArray(Node[]::new));
        card.addEventFilter(KeyEvent.KEY_PRESSED, this::guardEnter);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return model.plan().kind().strength() == Strength.PLAIN && !run.isRefused() ? run : cancel;
    }

    private boolean isGrave() {
        return model.plan().kind().strength() == Strength.TYPED;
    }

    private List<Node> pills(ChangePlan plan) {
        List<Node> pills = new ArrayList<>();
        if (plan.kind().strength() == Strength.ADDS) {
            pills.add(new Pill(ui.text("actions.addsAccess"), Tone.WARNING));
        }
        pills.add(
                plan.undoable()
                        ? new Pill(ui.text("actions.undoable"), Tone.MUTED)
                        : new Pill(ui.text("actions.notUndoable"), Tone.NEUTRAL));
        return pills;
    }

    private List<Node> left(Choices choices) {
        List<Node> left = new ArrayList<>();
        choices.back()
                .ifPresent(back ->
                        left.add(
                                Buttons.of(
                                        "preview-back",
                                        AppIcon.BACK,
                                        ui.text("actions.back"),
                                        back)));
        choices.command()
                .ifPresent(command ->
                        left.add(
                                Buttons.of(
                                        "preview-command",
                                        AppIcon.COMMAND_LINE,
                                        ui.text("actions.copyCommand"),
                                        () -> {
                                            ui.dialogs().copy(command);
                                            ui.dialogs()
                                                    .tell(
                                                            Notice.done(
                                                                    ui.text(
                                                                            "actions.commandCopied")));
                                        })));
        return left;
    }

    private List<Node> right(Choices choices) {
        List<Node> right = new ArrayList<>();
        choices.banInstead()
                .ifPresent(ban ->
                        right.add(
                                Buttons.main(
                                        Buttons.of(
                                                "preview-banInstead",
                                                AppIcon.BAN,
                                                ui.text("actions.banInstead"),
                                                ban))));
        right.add(cancel);
        if (model.plan().refusals().isEmpty()) {
            right.add(run);
        }
        return right;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.attached())
                .add(body.attached())
                .add(strip.attached())
                .add(model.refusalProperty().subscribe(run::refuse));
    }

    /** Enter in a field or on the last button would confirm by accident. */
    private void guardEnter(KeyEvent key) {
        boolean onButton = key.getTarget() instanceof ActionButton && !key.getTarget().equals(run);
        if (key.getCode() == KeyCode.ENTER && isGrave() && !onButton) {
            key.consume();
        }
    }

    static AppIcon icon(ActionKind kind) {
        return switch (kind) {
            case CREATE, ADD_FEDERATION -> AppIcon.ADD;
            case EDIT -> AppIcon.EDIT;
            case TIGHTEN, TIGHTEN_GRANTS -> AppIcon.TIGHTEN;
            case DELETE, REMOVE_FEDERATION, END_GRANTS -> AppIcon.DELETE;
            case BAN, QUARANTINE -> AppIcon.BAN;
            case EVICT -> AppIcon.EVICT;
            case LIFT_BAN, RESTORE, RESTORE_GRANTS, LIFT_QUARANTINE -> AppIcon.RESTORE;
            case JOIN_TOKEN -> AppIcon.CREDENTIALS;
            case REFRESH_FEDERATION -> AppIcon.REFRESH;
            case REVERT -> AppIcon.UNDO;
        };
    }
}
