package dev.curfew.views.lab;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Card;
import dev.curfew.views.kit.EmptyState;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Segments;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The live calls, as lanes or as a table, and the figures about the one that is followed. */
final class CallsCard {
    /** In the list of those that can be followed: whoever was hit last. */
    private static final String LAST_HIT = "";

    private final Ui ui;
    private final LabViewModel model;
    private final LaneChart chart;
    private final CallTable table;
    private final FiguresRow figures;
    private final ComboBox<String> follow = new ComboBox<>();
    private final VBox content = new VBox();
    private final HBox legend;
    private final EmptyState idle;
    private final Card card;
    private boolean asTable;
    private boolean showing;

    CallsCard(LabViewModel model, Ui ui) {
        this.ui = ui;
        this.model = model;
        chart = new LaneChart(ui);
        table = new CallTable(ui);
        figures = new FiguresRow(ui);
        Segments kinds =
                new Segments(
                        "lab-kind",
                        ui.text("lab.kind"),
                        List.of(ui.text("lab.kind.lanes"), ui.text("lab.kind.table")),
                        index -> choose(index == 1));
        follow.setId("lab-follow");
        follow.setAccessibleText(ui.text("lab.follow"));
        follow.setConverter(new Names());
        follow.setOnAction(event -> followed());
        legend =
                new HBox(
                        entry("call-ok", ui.text("lab.outcome.ok")),
                        entry("call-wrong", ui.text("lab.outcome.wrong")),
                        entry("call-denied", ui.text("lab.outcome.denied")));
        legend.getStyleClass().add("chart-legend");
        idle =
                new EmptyState(
                        AppIcon.LAB,
                        ui.text("lab.idle"),
                        ui.text("lab.idle.hint"),
                        Buttons.main(
                                Buttons.text(
                                        "lab-idle-start",
                                        ui.text("lab.start"),
                                        () -> model.act(true))));
        card = new Card(ui.text("lab.calls"), content);
        card.with(Labels.caption(ui.text("lab.follow")), follow, kinds);
        choose(false);
    }

    Card node() {
        return card;
    }

    private static Node entry(String style, String word) {
        Region square = new Region();
        square.getStyleClass().addAll("legend-square", style);
        HBox entry = new HBox(square, Labels.whole(word, "caption"));
        entry.getStyleClass().add("row");
        return entry;
    }

    private void choose(boolean tableWanted) {
        asTable = tableWanted;
        LabSnapshot lab = model.stateProperty().get().lab();
        if (asTable) {
            table.show(lab);
        }
        arrange(lab);
    }

    private void arrange(LabSnapshot lab) {
        boolean nothing = !asTable && !lab.acting() && lab.calls().isEmpty();
        Region shown = asTable ? table.node() : nothing ? idle : chart;
        if (!content.getChildren().contains(shown)) {
            VBox.setVgrow(shown, Priority.ALWAYS);
            content.getChildren().setAll(shown, figures.node());
            if (shown == chart) {
                content.getChildren().addFirst(legend);
            }
        }
    }

    void show(LabState state) {
        arrange(state.lab());
        chart.show(state);
        figures.show(state);
        if (asTable) {
            table.show(state.lab());
        }
        List<String> choices = new ArrayList<>(List.of(LAST_HIT));
        choices.addAll(state.lab().members());
        showing = true;
        if (!follow.getItems().equals(choices)) {
            follow.getItems().setAll(choices);
        }
        follow.setValue(state.chosen().orElse(LAST_HIT));
        showing = false;
    }

    private void followed() {
        String value = follow.getValue();
        if (!showing && value != null) {
            model.follow(Optional.of(value).filter(one -> !one.equals(LAST_HIT)));
        }
    }

    private final class Names extends StringConverter<String> {
        @Override
        public String toString(@Nullable String id) {
            return id == null || id.equals(LAST_HIT)
                    ? ui.text("lab.follow.last")
                    : LabWords.name(id);
        }

        @Override
        public String fromString(String name) {
            return name;
        }
    }
}
