package dev.curfew.views.delegation;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The picture, and below it, where they hide nothing of it, its tools and what its lines mean. */
final class GraphPane extends BorderPane {
    private final FlowPane tools = new FlowPane();
    private final HBox legend = new HBox();
    private final HBox bar = new HBox(tools, legend);
    private final HBox spire;
    private final HBox removed;

    GraphPane(
            GraphView view,
            TextField search,
            ToggleButton firstDegree,
            ActionButton chokes,
            ToggleButton chains,
            ActionButton fold,
            Ui ui) {
        tools.getStyleClass().add("graph-tools");
        tools.getChildren()
                .setAll(
                        Buttons.small(search),
                        Buttons.small(
                                Buttons.icon(
                                        "delegation-zoomIn",
                                        AppIcon.ADD,
                                        ui.text("delegation.zoomIn"),
                                        view::zoomIn)),
                        Buttons.small(
                                Buttons.icon(
                                        "delegation-zoomOut",
                                        AppIcon.REMOVE,
                                        ui.text("delegation.zoomOut"),
                                        view::zoomOut)),
                        Buttons.small(
                                Buttons.text(
                                        "delegation-fit", ui.text("delegation.fit"), view::fit)),
                        Buttons.small(firstDegree),
                        Buttons.small(chokes),
                        Buttons.small(chains),
                        Buttons.small(fold));
        spire = entry("legend-spire", ui.text("delegation.legend.spire"));
        removed = entry("legend-removed", ui.text("delegation.legend.removed"));
        removed.setId("delegation-legend-removed");
        legend.getStyleClass().add("graph-legend");
        legend.getChildren()
                .setAll(
                        entry("legend-chain", ui.text("delegation.legend.chain")),
                        entry("legend-grave", ui.text("delegation.legend.grave")),
                        entry("legend-ended", ui.text("delegation.legend.ended")),
                        entry("legend-domain", ui.text("delegation.legend.domain")),
                        spire,
                        removed);
        showChains(false);
        showRemoved(false);
        HBox.setHgrow(tools, Priority.ALWAYS);
        bar.getStyleClass().add("graph-bar");
        setCenter(view);
        setBottom(bar);
        setMinSize(0, 0);
        widthProperty().subscribe(this::fitLegend);
    }

    /** Whether the legend names SPIRE's chains. */
    void showChains(boolean shown) {
        spire.setVisible(shown);
        spire.setManaged(shown);
        fitLegend();
    }

    /** Whether the legend names what a planned change would end. */
    void showRemoved(boolean shown) {
        removed.setVisible(shown);
        removed.setManaged(shown);
        fitLegend();
    }

    /** Where there is no room for it, the table and the tooltips say the same. */
    private void fitLegend() {
        double inOneRow =
                tools.getChildren().stream()
                        .filter(Node::isManaged)
                        .mapToDouble(tool -> tool.prefWidth(-1) + tools.getHgap())
                        .sum();
        double width = getWidth() - bar.getInsets().getLeft() - bar.getInsets().getRight();
        double words = legend.prefWidth(-1) + bar.getSpacing();
        boolean fits = width > inOneRow + words;
        legend.setVisible(fits);
        legend.setManaged(fits);
        // Without it, the bar is as high as if its tools were wrapped at JavaFX's own 400 pixels.
        tools.setPrefWrapLength(Math.max(0, fits ? width - words : width));
    }

    private static HBox entry(String style, String words) {
        Region line = new Region();
        line.getStyleClass().add(style);
        HBox entry = new HBox(line, Labels.whole(words, "caption"));
        entry.getStyleClass().add("row");
        return entry;
    }
}
