package dev.curfew.bench;

import com.brunomnsilva.smartgraph.graph.Digraph;
import com.brunomnsilva.smartgraph.graph.DigraphEdgeList;
import com.brunomnsilva.smartgraph.graph.Vertex;
import com.brunomnsilva.smartgraph.graphview.SmartCircularSortedPlacementStrategy;
import com.brunomnsilva.smartgraph.graphview.SmartGraphPanel;
import dev.curfew.views.graph.Arrow;
import dev.curfew.views.graph.Box;
import dev.curfew.views.graph.Placement;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.layout.Pane;

/** The same graph at the same places in SmartGraph, moved and zoomed as its own pane does it. */
final class SmartGraphPeer extends Pane {
    private final Placement placed;
    private final Map<String, Vertex<String>> vertices = new HashMap<>();
    private final SmartGraphPanel<String, String> panel;

    SmartGraphPeer(Placement placed) {
        this.placed = placed;
        Digraph<String, String> graph = new DigraphEdgeList<>();
        for (Box box : placed.picture().boxes()) {
            vertices.put(box.id(), graph.insertVertex(box.id()));
        }
        for (Arrow arrow : placed.picture().arrows()) {
            graph.insertEdge(arrow.from(), arrow.to(), arrow.id());
        }
        panel = new SmartGraphPanel<>(graph, new SmartCircularSortedPlacementStrategy());
        panel.setAutomaticLayout(false);
        getChildren().setAll(panel);
        panel.resize(placed.width() + 1000, placed.height() + 1000);
    }

    /** Once it is in a window. */
    void begin() {
        panel.init();
        vertices.forEach((box, vertex) ->
                panel.setVertexPosition(vertex, placed.left(box) + 100, placed.top(box) + 100));
    }

    void move(int step) {
        panel.setTranslateX(panel.getTranslateX() + (step % 40 < 20 ? -31 : 31));
        panel.setTranslateY(panel.getTranslateY() - 7);
    }

    void zoom(int step) {
        double factor = step % 20 < 10 ? 0.85 : 1 / 0.85;
        panel.setScaleX(panel.getScaleX() * factor);
        panel.setScaleY(panel.getScaleY() * factor);
    }
}
