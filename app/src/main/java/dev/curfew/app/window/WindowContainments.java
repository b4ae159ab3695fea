package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.EstateService;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.containments.Address;
import dev.curfew.views.containments.ContainFinder;
import dev.curfew.views.containments.ContainmentsModel;
import dev.curfew.views.containments.ContainmentsPage;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.RailCount;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/** Containments in the window: what is known of them, and the ways to them. JavaFX thread only. */
final class WindowContainments {
    private final CoreGraph core;
    private final EstateModel estate;
    private final Navigator navigator;
    private final Ui ui;
    private final ContainmentsModel model;

    WindowContainments(
            CoreGraph core, EstateModel estate, Navigator navigator, FxThread fx, Ui ui) {
        this.core = core;
        this.estate = estate;
        this.navigator = navigator;
        this.ui = ui;
        model = new ContainmentsModel(fx, core.clock());
    }

    Subscription attached() {
        EstateService.Subscription fed = core.containments().subscribe(model.feed());
        return new Subscriptions().add(fed::close).add(model.attached(ui.ticker()));
    }

    ContainmentsModel model() {
        return model;
    }

    void contain(ContainmentTarget target) {
        navigator.go(new Address.Plan(target).location());
    }

    ContainFinder finder() {
        return new ContainFinder(core.estates()::estate, this::contain, ui);
    }

    ContainmentsPage page(String name, ActionHost host) {
        return new ContainmentsPage(
                name,
                model,
                new ContainServices(
                        core.containmentPlanner(),
                        core.restorePlanner(),
                        core.containments(),
                        core.dryRun(),
                        core.arming()),
                host,
                estate,
                navigator,
                ui);
    }

    /** How many can still act, in amber. */
    ObservableValue<RailCount> count() {
        return model.countdownsProperty()
                .map(_ ->
                        model.open() == 0
                                ? RailCount.NONE
                                : new RailCount(String.valueOf(model.open()), Tone.WARNING));
    }
}
