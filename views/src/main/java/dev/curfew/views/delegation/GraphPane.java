package dev.curfew.views.delegation;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.graph.GraphView;
import dev.curfew.views.kit.ActionButton;
import dev.curfew.views.kit.Buttons;
import dev.curfew.views.kit.Labels;
import dev.curfew.views.kit.Ui;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private final HBox critical;
    private final HBox residual;
    private final List<Node> weightiest;
    private final Set<Node> wanted = new HashSet<>();

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
        HBox chain = entry("legend-chain", ui.text("delegation.legend.chain"));
        HBox grave = entry("legend-grave", ui.text("delegation.legend.grave"));
        HBox ended = entry("legend-ended", ui.text("delegation.legend.ended"));
        HBox domain = entry("legend-domain", ui.text("delegation.legend.domain"));
        spire = entry("legend-spire", ui.text("delegation.legend.spire"));
        removed = entry("legend-removed", ui.text("delegation.legend.removed"));
        removed.setId("delegation-legend-removed");
        critical = entry("legend-critical", ui.text("delegation.legend.critical"));
        critical.setId("delegation-legend-critical");
        residual =
                entry(AppIcon.RESIDUAL.view("legend-residual"), ui.text("delegation.plan.remains"));
        residual.setId("delegation-legend-residual");
        legend.getStyleClass().add("graph-legend");
        legend.getChildren()
                .setAll(chain, grave, ended, domain, critical, residual, spire, removed);
        weightiest = List.of(residual, removed, critical, grave, spire, ended, chain, domain);
        wanted.addAll(List.of(chain, grave, ended, domain));
        HBox.setHgrow(tools, Priority.ALWAYS);
        bar.getStyleClass().add("graph-bar");
        setCenter(view);
        setBottom(bar);
        setMinSize(0, 0);
        widthProperty().subscribe(this::fitLegend);
    }

    /** Whether the legend names SPIRE's chains. */
    void showChains(boolean shown) {
        want(spire, shown);
        fitLegend();
    }

    /** Whether the legend names what a planned change would end. */
    void showRemoved(boolean shown) {
        want(removed, shown);
        fitLegend();
    }

    /**
     * What the legend names of boxes.
     *
     * @param found some have a critical finding
     * @param acting some can still act after a plan
     */
    void showBoxes(boolean found, boolean acting) {
        want(critical, found);
        want(residual, acting);
        fitLegend();
    }

    private void want(Node entry, boolean shown) {
        if (shown) {
            wanted.add(entry);
        } else {
            wanted.remove(entry);
        }
    }

    /** What there is no room for, the lightest first, the table and the tooltips say as well. */
    private void fitLegend() {
        double inOneRow =
                tools.getChildren().stream()
                        .filter(Node::isManaged)
                        .mapToDouble(tool -> tool.prefWidth(-1) + tools.getHgap())
                        .sum();
        double width = getWidth() - bar.getInsets().getLeft() - bar.getInsets().getRight();
        double room = width - inOneRow - bar.getSpacing();
        double words = 0;
        for (Node entry : weightiest) {
            double more = entry.prefWidth(-1) + (words == 0 ? 0 : legend.getSpacing());
            boolean fits = wanted.contains(entry) && words + more < room;
            show(entry, fits);
            words += fits ? more : 0;
        }
        show(legend, words > 0);
        // Without it, the bar is as high as if its tools were wrapped at JavaFX's own 400 pixels.
        double left = words > 0 ? width - words - bar.getSpacing() : width;
        tools.setPrefWrapLength(Math.max(0, left));
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private static HBox entry(String style, String words) {
        Region line = new Region();
        line.getStyleClass().add(style);
        return entry(line, words);
    }

    private static HBox entry(Node line, String words) {
        HBox entry = new HBox(line, Labels.whole(words, "caption"));
        entry.getStyleClass().add("row");
        return entry;
    }
}
