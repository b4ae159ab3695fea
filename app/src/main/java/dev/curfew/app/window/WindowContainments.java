package dev.curfew.app.window;

import dev.curfew.app.wiring.CoreGraph;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.containment.scope.ContainmentTarget;
import dev.curfew.estate.EstateService;
import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.containments.Address;
import dev.curfew.views.containments.ClosingQuestion;
import dev.curfew.views.containments.ContainFinder;
import dev.curfew.views.containments.ContainmentsModel;
import dev.curfew.views.containments.ContainmentsPage;
import dev.curfew.views.containments.CountdownCard;
import dev.curfew.views.containments.CountdownPopOut;
import dev.curfew.views.containments.CountdownStatus;
import dev.curfew.views.containments.UnfinishedCard;
import dev.curfew.views.delegation.PlanPreview;
import dev.curfew.views.estate.EstateModel;
import dev.curfew.views.evidence.EvidenceExport;
import dev.curfew.views.kit.FloatingWindow;
import dev.curfew.views.kit.FxThread;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Tone;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.RailCount;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;

/** Containments in the window: what is known of them, and the ways to them. JavaFX thread only. */
final class WindowContainments {
    private final CoreGraph core;
    private final EstateModel estate;
    private final Navigator navigator;
    private final Ui ui;
    private final ContainmentsModel model;
    private final CountdownPopOut popOut;
    private final CountdownStatus status;
    private final ClosingQuestion closing;
    private final PlanPreview preview;

    WindowContainments(
            CoreGraph core,
            EstateModel estate,
            Navigator navigator,
            FxThread fx,
            FloatingWindow floating,
            Consumer<Throwable> crashed,
            Ui ui) {
        this.core = core;
        this.estate = estate;
        this.navigator = navigator;
        this.ui = ui;
        model = new ContainmentsModel(fx, core.clock());
        popOut = new CountdownPopOut(model, floating, navigator, ui);
        status = new CountdownStatus(model, navigator, ui);
        closing = new ClosingQuestion(model, ui);
        preview = new PlanPreview(estate, core.containmentPlanner(), navigator, crashed, ui);
    }

    Subscription attached() {
        EstateService.Subscription fed = core.containments().subscribe(model.feed());
        return new Subscriptions()
                .add(fed::close)
                .add(popOut::close)
                .add(status.attached())
                .add(model.attached(ui.ticker()));
    }

    CountdownCard card() {
        return new CountdownCard(model, navigator, popOut::open, ui);
    }

    /** What an earlier run of Curfew did not end. */
    UnfinishedCard unfinished(ActionHost host) {
        return new UnfinishedCard(model, services(), host, navigator, ui);
    }

    /** Closes the window, after a question where containments run. */
    void askBeforeClosing(Runnable close) {
        closing.ask(close);
    }

    private ContainServices services() {
        return new ContainServices(
                core.containmentPlanner(),
                core.restorePlanner(),
                core.containments(),
                core.dryRun(),
                core.arming(),
                () -> Approvers.of(core.store().preferences()));
    }

    /** For the status bar. */
    Node status() {
        return status.node();
    }

    void contain(ContainmentTarget target) {
        navigator.go(new Address.Plan(target).location());
    }

    /** The plan that the picture of delegation shows. */
    PlanPreview preview() {
        return preview;
    }

    /** Plans, and shows on that picture what it would do; its page is one step away. */
    void preview(ContainmentTarget target) {
        preview.show(target, new Address.Plan(target).location());
    }

    ContainFinder finder() {
        return new ContainFinder(core.estates()::estate, this::contain, ui);
    }

    ContainmentsPage page(String name, ActionHost host) {
        return new ContainmentsPage(
                name,
                model,
                services(),
                host,
                estate,
                navigator,
                popOut::open,
                new EvidenceExport(new StoreEvidence(core), host.crashed(), ui),
                preview::show,
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
