package dev.curfew.views.lab;

import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/** What can be made to go wrong, each with a sentence about what it does. */
final class FaultsCard {
    private final Map<LabFault, CheckBox> boxes = new EnumMap<>(LabFault.class);
    private final Card card;

    FaultsCard(LabViewModel model, Ui ui) {
        VBox content = new VBox();
        content.getStyleClass().add("lab-faults");
        for (LabFault fault : LabFault.values()) {
            CheckBox box = new CheckBox(ui.text(fault.nameKey()));
            box.setId("lab-fault-" + fault.id());
            box.setMnemonicParsing(false);
            box.getStyleClass().add("strong");
            String what = ui.text(fault.whatKey());
            box.setAccessibleHelp(what);
            box.setOnAction(event -> model.set(fault, box.isSelected()));
            boxes.put(fault, box);
            VBox one = new VBox(box, Labels.wrapped(what, "caption"));
            one.getStyleClass().add("lab-fault");
            content.getChildren().add(one);
        }
        card = new Card(ui.text("lab.faults"), content);
        card.subtitle(ui.text("lab.faults.hint"));
    }

    Card node() {
        return card;
    }

    void show(LabState state) {
        boxes.forEach((fault, box) -> box.setSelected(state.lab().faults().contains(fault)));
    }
}
