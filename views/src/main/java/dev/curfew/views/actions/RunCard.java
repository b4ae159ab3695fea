package dev.curfew.views.actions;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Counts;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** A run under way: how many of how many, and a way to stop it between batches. */
final class RunCard implements Attachable {
    private final RunViewModel model;
    private final Ui ui;
    private final ProgressBar bar = new ProgressBar();
    private final Label words = Labels.wrapped("");
    private final ActionButton stop;
    private final ActionButton hide;
    private final FlowCard card;

    RunCard(RunViewModel model, FlowContext context, Runnable hidden) {
        this.model = model;
        this.ui = context.ui();
        words.setId("run-words");
        bar.setId("run-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        stop = Buttons.of("run-stop", AppIcon.STOP, ui.text("actions.run.stop"), model::stop);
        hide = Buttons.text("run-hide", ui.text("actions.run.hide"), hidden);
        VBox body = new VBox(words, bar, Labels.wrapped(ui.text("actions.run.journaled"), "muted"));
        body.getStyleClass().add("run-body");
        card =
                new FlowCard(context.words().title(model.plan()), "flow-narrow", body)
                        .withButtons(new Node[0], hide, stop);
    }

    FlowCard card() {
        return card;
    }

    Node firstFocus() {
        return hide;
    }

    @Override
    public Subscription attached() {
        return model.progressProperty().subscribe(this::show);
    }

    private void show(RunViewModel.Progress now) {
        bar.setProgress(now.done() == 0 ? ProgressBar.INDETERMINATE_PROGRESS : now.fraction());
        words.setText(
                now.stopping()
                        ? ui.text(
                                "actions.run.stopping",
                                Counts.of(now.done()),
                                Counts.of(now.total()))
                        : ui.text(
                                "actions.run.done", Counts.of(now.done()), Counts.of(now.total())));
        stop.refuse(now.stopping() ? ui.text("actions.run.isStopping") : "");
    }
}
