package dev.curfew.views.lab;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.PageBody;
import dev.curfew.views.kit.SideBySide;
import dev.curfew.views.kit.Subscriptions;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.shell.Page;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The lab: who acts, what became of it, and what can be made to go wrong. */
public final class LabPage implements Page {
    private static final double CALLS_SHARE = 0.72;

    private final Ui ui;
    private final LabViewModel model;
    private final CallsCard calls;
    private final FaultsCard faults;
    private final StreamsCard streams;
    private final ActionButton hold;
    private final ActionButton act;
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final PageBody body;

    public LabPage(LabViewModel model, Ui ui) {
        this.ui = ui;
        this.model = model;
        calls = new CallsCard(model, ui);
        faults = new FaultsCard(model, ui);
        streams = new StreamsCard(model, ui);
        hold = Buttons.of("lab-hold", AppIcon.PAUSE, ui.text("lab.hold"), this::holdOrGoOn);
        act = Buttons.of("lab-act", AppIcon.STOP, ui.text("lab.stop"), this::actOrStop);
        VBox side = new VBox(streams.node(), faults.node());
        side.getStyleClass().add("lab-side");
        VBox.setVgrow(faults.node(), Priority.ALWAYS);
        SideBySide both = new SideBySide(calls.node(), side, CALLS_SHARE);
        VBox.setVgrow(both, Priority.ALWAYS);
        body = new PageBody(both);
    }

    @Override
    public Node body() {
        return body;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    @Override
    public List<Node> actions() {
        return List.of(hold, act);
    }

    @Override
    public boolean explainsProvenance() {
        return false;
    }

    @Override
    public void readNow() {
        model.look();
    }

    private void holdOrGoOn() {
        model.hold(!model.stateProperty().get().held());
    }

    private void actOrStop() {
        model.act(!model.stateProperty().get().lab().acting());
    }

    @Override
    public Subscription attached() {
        return new Subscriptions()
                .add(model.stateProperty().subscribe(this::show))
                .add(model.attached())
                .add(ui.ticker().everySecond(model::look));
    }

    private void show(LabState state) {
        calls.show(state);
        faults.show(state);
        streams.show(state);
        hold.setText(ui.text(state.held() ? "lab.goOn" : "lab.hold"));
        hold.setGraphic((state.held() ? AppIcon.RUN : AppIcon.PAUSE).view());
        boolean acting = state.lab().acting();
        act.setText(ui.text(acting ? "lab.stop" : "lab.start"));
        act.setGraphic((acting ? AppIcon.STOP : AppIcon.RUN).view());
        subtitle.set(
                acting
                        ? ui.text("lab.subtitle", state.lab().members().size())
                        : ui.text("lab.subtitle.idle"));
    }
}
