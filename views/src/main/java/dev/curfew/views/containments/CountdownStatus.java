package dev.curfew.views.containments;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Attachable;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Navigator;
import javafx.scene.Node;
import javafx.util.Subscription;

/** "2 can still act, last until 14:32:10", for the status bar; not there while none can. */
public final class CountdownStatus implements Attachable {
    private final ContainmentsModel model;
    private final Ui ui;
    private final ActionButton button;

    public CountdownStatus(ContainmentsModel model, Navigator navigator, Ui ui) {
        this.model = model;
        this.ui = ui;
        button =
                Buttons.of(
                        "status-countdown",
                        AppIcon.RESIDUAL,
                        "",
                        () -> navigator.go(new Address.All("open:true").location()));
        button.getStyleClass().addAll("bare-button", "status-countdown");
    }

    public Node node() {
        return button;
    }

    @Override
    public Subscription attached() {
        return model.countdownsProperty().subscribe(_ -> show());
    }

    private void show() {
        long open = model.open();
        button.setVisible(open > 0);
        button.setManaged(open > 0);
        button.setText(
                model.lastEnd()
                        .map(at -> ui.text("containments.status.until", open, ui.ages().at(at)))
                        .orElseGet(
                                () -> ui.text("containments.status.noEnd", open, model.endless())));
    }
}
