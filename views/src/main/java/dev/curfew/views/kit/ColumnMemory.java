package dev.curfew.views.kit;

import java.util.List;

/** Keeps how an operator arranged a table. Quick: it is asked on the JavaFX thread. */
public interface ColumnMemory {
    /** The remembered arrangement, in order; empty when there is none. */
    List<Remembered> recall(String table);

    void remember(String table, List<Remembered> columns);

    /** One column: where it stands is its place in the list. */
    record Remembered(String column, double width, boolean shown) {}

    /** Forgets everything at once. */
    ColumnMemory NONE =
            new ColumnMemory() {
                @Override
                public List<Remembered> recall(String table) {
                    return List.of();
                }

                @Override
                public void remember(String table, List<Remembered> columns) {}
            };
}
