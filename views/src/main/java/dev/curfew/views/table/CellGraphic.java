package dev.curfew.views.table;

import javafx.scene.Node;

/** A node inside a cell that is repainted for each row the cell comes to show. */
public interface CellGraphic<R> {
    Node node();

    void show(R row);

    /** Whether the cell's text is written beside it; false when the node says everything. */
    default boolean besideText() {
        return true;
    }
}
