package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.NodeLine;
import dev.curfew.views.table.CellGraphic;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The shape of a node's state beside its word. */
final class StateGraphic implements CellGraphic<NodeRow> {
    private final StackPane box = new StackPane();
    private final Map<NodeState, Node> shapes = new EnumMap<>(NodeState.class);
    private final Ui ui;

    StateGraphic(Ui ui) {
        this.ui = ui;
        box.getStyleClass().add("state-shape");
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(NodeRow row) {
        NodeState state = row.state(ui.ages().now());
        box.getChildren().setAll(shapes.computeIfAbsent(state, NodeLine::shape));
    }
}
