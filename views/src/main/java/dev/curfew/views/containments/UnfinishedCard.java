package dev.curfew.views.containments;

import dev.curfew.views.actions.ActionHost;
import dev.curfew.views.contain.ContainServices;
import dev.curfew.views.kit.Block;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import javafx.scene.Node;
import javafx.util.Subscription;

/**
 * Containments that were cut off, on the first screen: an unfinished one is offered at once. Not
 * there while there is none.
 */
public final class UnfinishedCard implements Block {
    private final ContainmentsModel model;
    private final Ui ui;
    private final CutOffLines lines;

    public UnfinishedCard(
            ContainmentsModel model,
            ContainServices services,
            ActionHost host,
            Navigator navigator,
            Ui ui) {
        this.model = model;
        this.ui = ui;
        lines =
                new CutOffLines(
                        ui,
                        new CaseActions(services, host, ui),
                        id -> navigator.go(new Address.One(id).location()));
        lines.setId("overview-unfinished");
        lines.getStyleClass().add("unfinished");
    }

    @Override
    public Node node() {
        return lines;
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.allProperty().subscribe(lines::show))
                .add(ui.ticker().everySecond(() -> lines.show(model.allProperty().get())));
    }
}
