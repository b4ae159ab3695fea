package dev.curfew.views.workloads;

import dev.curfew.icons.AppIcon;
import dev.curfew.identity.Binding;
import dev.curfew.views.table.CellGraphic;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The picture of a binding beside its word. */
final class BindingGraphic implements CellGraphic<WorkloadRow> {
    private final StackPane box = new StackPane();
    private final Map<Binding, Node> icons = new EnumMap<>(Binding.class);

    static AppIcon icon(Binding binding) {
        return switch (binding) {
            case PROCESS -> AppIcon.PROCESS;
            case CONTAINER -> AppIcon.CONTAINER;
            case NODE -> AppIcon.NODE_BOUND;
            case UNKNOWN -> AppIcon.UNBOUND;
        };
    }

    /** Whatever runs there has this identity. An alias names nodes and is bound to them. */
    static boolean weak(WorkloadRow row) {
        return row.binding() == Binding.NODE && !row.entry().isNodeAlias();
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public void show(WorkloadRow row) {
        Node icon = icons.computeIfAbsent(row.binding(), b -> icon(b).view("cell-icon"));
        if (!box.getChildren().equals(List.of(icon))) {
            box.getChildren().setAll(icon);
        }
    }
}
