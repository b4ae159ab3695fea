package dev.curfew.views.table;

import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableColumn;

/** The first column: a box for each row, and one in its head for all. */
final class MarkColumn {
    private static final double WIDTH = 36;

    private MarkColumn() {}

    static <R> TableColumn<R, R> make(
            String table,
            Marks marks,
            Function<? super R, String> key,
            Supplier<List<String>> shown,
            IntSupplier count,
            Ui ui) {
        TableColumn<R, R> column = new TableColumn<>();
        column.setId(table + "-marks");
        column.getStyleClass().add("mark-cell");
        column.setPrefWidth(WIDTH);
        column.setMinWidth(WIDTH);
        column.setMaxWidth(WIDTH);
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(
                any -> new MarkCell<>(marks, key, target -> marks.markTo(target, shown.get())));
        CheckBox all = new CheckBox();
        all.setId(table + "-markAll");
        all.setAccessibleText(ui.text("table.markAll"));
        all.setFocusTraversable(false);
        all.setOnAction(event -> {
            if (all.isSelected()) {
                marks.markAll(shown.get());
            } else {
                marks.clear();
            }
        });
        marks.keysProperty()
                .subscribe(keys -> {
                    boolean every =
                            !keys.isEmpty()
                                    && keys.size() >= count.getAsInt()
                                    && keys.containsAll(shown.get());
                    all.setSelected(every);
                    all.setIndeterminate(!keys.isEmpty() && !every);
                });
        column.setGraphic(all);
        return column;
    }
}
