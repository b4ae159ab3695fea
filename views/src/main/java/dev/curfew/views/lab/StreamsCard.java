package dev.curfew.views.lab;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.lab.LabSnapshot.Lane;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The connections that stay open, and the only thing that ends them. */
final class StreamsCard {
    private final Ui ui;
    private final VBox list = new VBox();
    private final ActionButton close;
    private final Card card;

    StreamsCard(LabViewModel model, Ui ui) {
        this.ui = ui;
        list.getStyleClass().add("lab-fault");
        close =
                Buttons.of(
                        "lab-close-streams",
                        AppIcon.CLOSE,
                        ui.text("lab.streams.close"),
                        model::closeStreams);
        VBox content = new VBox(list, close);
        content.getStyleClass().add("lab-faults");
        card = new Card(ui.text("lab.streams"), content);
    }

    Card node() {
        return card;
    }

    void show(LabState state) {
        LabSnapshot lab = state.lab();
        List<Node> lines = new ArrayList<>();
        for (LabSnapshot.Open open : lab.open()) {
            Lane lane = lab.lanes().get(open.lane());
            lines.add(
                    Labels.wrapped(
                            ui.text(
                                    "lab.streams.one",
                                    LabWords.name(lane.from()),
                                    LabWords.name(lane.to()),
                                    ui.ages().at(open.since()))));
        }
        if (lines.isEmpty()) {
            lines.add(Labels.muted(ui.text("lab.streams.none")));
        }
        lines.add(Labels.wrapped(ui.text("lab.streams.hint"), "caption"));
        list.getChildren().setAll(lines);
        close.refuse(lab.open().isEmpty() ? ui.text("lab.streams.none") : "");
    }
}
