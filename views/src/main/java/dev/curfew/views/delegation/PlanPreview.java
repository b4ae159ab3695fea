package dev.curfew.views.delegation;

import dev.curfew.containment.Strength;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.ContainmentRequest;
import dev.curfew.containment.plan.ContainmentRequest.Options;
import dev.curfew.containment.plan.PlanEffect;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.BackendEstate;
import dev.curfew.estate.Estate;
import dev.curfew.estate.ServerEstate;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.Explanations;
import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Location;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The containment plan that is looked at on the picture of delegation, wherever it was made.
 * Looking sends nothing and keeps nothing. JavaFX thread only.
 */
public final class PlanPreview {
    /**
     * @param back the page of the plan
     */
    public record Shown(PlanEffect effect, Location back) {}

    private final EstateModel estate;
    private final ContainmentPlanner planner;
    private final Navigator navigator;
    private final Consumer<Throwable> crashed;
    private final Ui ui;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param crashed hears of bugs of ours
     */
    public PlanPreview(
            EstateModel estate,
            ContainmentPlanner planner,
            Navigator navigator,
            Consumer<Throwable> crashed,
            Ui ui) {
        this.estate = estate;
        this.planner = planner;
        this.navigator = navigator;
        this.crashed = crashed;
        this.ui = ui;
    }

    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * Goes to the picture with this plan on it.
     *
     * @param back where its page is
     */
    public void show(ContainmentPlan plan, Location back) {
        Estate known = estate.estateProperty().get();
        start(() -> Outcome.ok(PlanEffect.of(plan, known)), back);
    }

    /** Plans a containment in the usual way, and shows that. */
    public void show(ContainmentTarget target, Location back) {
        Estate known = estate.estateProperty().get();
        ContainmentRequest request =
                new ContainmentRequest(
                        target,
                        Strength.CONTAIN,
                        Options.USUAL,
                        connections(estate.currentProperty().get(), known));
        start(() -> planner.plan(request, known).map(plan -> PlanEffect.of(plan, known)), back);
    }

    private static List<String> connections(Optional<String> current, Estate estate) {
        return Stream.of(
                        current.stream(),
                        estate.servers().stream().map(ServerEstate::name),
                        estate.backends().stream().map(BackendEstate::name))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private void start(Callable<Outcome<PlanEffect>> making, Location back) {
        ui.tasks()
                .start(
                        "delegation.plan",
                        making,
                        made -> {
                            switch (made) {
                                case Ok<PlanEffect>(var effect) -> show(effect, back);
                                case Failed<PlanEffect>(var why) ->
                                        ui.dialogs()
                                                .tell(
                                                        Notice.warning(
                                                                Explanations.of(why)
                                                                        .asParagraph()));
                            }
                        },
                        crashed);
    }

    void show(PlanEffect effect, Location back) {
        shown.set(Optional.of(new Shown(effect, back)));
        navigator.go(Places.DELEGATION);
    }

    /** To the page of the plan; it stays on the picture. */
    void back() {
        shown.get().ifPresent(one -> navigator.go(one.back()));
    }

    /** Takes it off the picture. */
    void leave() {
        shown.set(Optional.empty());
    }
}
