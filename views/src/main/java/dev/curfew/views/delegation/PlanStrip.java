package dev.curfew.views.delegation;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.contain.ContainWords;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Above the picture: which plan is looked at, before or after, and what it comes to. */
final class PlanStrip extends VBox {
    private final Ui ui;
    private final PlanWords words;
    private final ContainWords contain;
    private final Label counts = Labels.wrapped("");
    private final Label open = Labels.wrapped("", "muted");
    private final Segments when;

    /**
     * @param after is told which of the two is chosen
     * @param explain shows all of it beside the picture
     */
    PlanStrip(Consumer<Boolean> after, Runnable explain, Runnable back, Runnable leave, Ui ui) {
        this.ui = ui;
        words = new PlanWords(ui);
        contain = new ContainWords(ui);
        getStyleClass().add("plan-strip");
        setId("delegation-plan");
        setAccessibleRole(AccessibleRole.PARENT);
        when =
                new Segments(
                        "delegation-plan-when",
                        ui.text("delegation.plan.when"),
                        List.of(
                                ui.text("delegation.plan.before"),
                                ui.text("delegation.plan.after")),
                        index -> after.accept(index == 1));
        ActionButton all =
                Buttons.of(
                        "delegation-plan-all",
                        AppIcon.INFO,
                        ui.text("delegation.plan.all"),
                        explain);
        ActionButton toPlan =
                Buttons.of(
                        "delegation-plan-back",
                        AppIcon.BACK,
                        ui.text("delegation.plan.back"),
                        back);
        ActionButton close =
                Buttons.icon(
                        "delegation-plan-leave",
                        AppIcon.CLOSE,
                        ui.text("delegation.plan.leave"),
                        leave);
        HBox head = new HBox(when, Labels.gap(), all, toPlan, close);
        head.getStyleClass().add("plan-strip-head");
        setMinWidth(0);
        counts.setId("delegation-plan-counts");
        open.setId("delegation-plan-open");
        getChildren().setAll(head, counts, open);
    }

    void show(PlannedPicture planned) {
        when.choose(planned.after() ? 1 : 0);
        counts.setText(
                ui.text(
                        "delegation.plan.sentence",
                        contain.title(planned.effect().plan()),
                        ui.ages().at(planned.effect().plan().plannedAt()),
                        words.counts(planned)));
        String left = words.left(planned.effect());
        open.setText(left);
        open.setVisible(!left.isEmpty());
        open.setManaged(!left.isEmpty());
    }
}
