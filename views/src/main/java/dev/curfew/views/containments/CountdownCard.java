package dev.curfew.views.containments;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import dev.curfew.views.shell.Places;
import javafx.scene.Node;
import javafx.util.Subscription;

/** What can still act although it was contained, on the overview. Not there while there is none. */
public final class CountdownCard implements Attachable {
    private static final int MOST = 4;

    private final ContainmentsModel model;
    private final Ui ui;
    private final CountdownList list;
    private final Card card;

    /**
     * @param popOut opens the countdowns in a window of their own
     */
    public CountdownCard(ContainmentsModel model, Navigator navigator, Runnable popOut, Ui ui) {
        this.model = model;
        this.ui = ui;
        list = new CountdownList(ui, MOST, id -> navigator.go(new Address.One(id).location()));
        list.setId("overview-countdowns");
        card = new Card(ui.text("containments.countdown"), list);
        card.with(
                Buttons.icon(
                        "overview-popOut", AppIcon.OPEN, ui.text("containments.popOut"), popOut),
                Buttons.link(
                        "overview-containments",
                        ui.text("containments.countdown.all"),
                        () -> navigator.go(Places.CONTAINMENTS)));
    }

    public Node node() {
        return card;
    }

    @Override
    public Subscription attached() {
        return model.countdownsProperty().subscribe(_ -> show());
    }

    private void show() {
        var countdowns = model.countdownsProperty().get();
        card.setVisible(!countdowns.isEmpty());
        card.setManaged(!countdowns.isEmpty());
        card.subtitle(ui.text("containments.countdown.open", model.open()));
        list.show(countdowns);
    }
}
