package dev.curfew.views.table;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Tells when a table is scrolled to its end. */
final class EndWatch {
    private static final double NEAR = 0.97;

    private @Nullable ScrollBar watched;

    private EndWatch() {}

    static void install(TableView<?> table, Runnable action) {
        EndWatch watch = new EndWatch();
        // The bar belongs to the skin, which comes with the first layout.
        table.needsLayoutProperty().subscribe(() -> watch.find(table, action));
    }

    private void find(TableView<?> table, Runnable action) {
        if (watched != null) {
            return;
        }
        for (Node node : table.lookupAll(".scroll-bar")) {
            if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                watched = bar;
                bar.valueProperty()
                        .subscribe(() -> {
                            if (bar.isVisible() && bar.getValue() >= NEAR * bar.getMax()) {
                                action.run();
                            }
                        });
            }
        }
    }
}
