package dev.curfew.views.actions;

import dev.curfew.views.kit.Tone;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A table inside a dialog: fixed rows, fixed columns, nothing to mark or to sort. */
final class PlainTable<R> extends TableView<R> {
    /**
     * A column.
     *
     * @param share of the width, relative to the other columns
     * @param look what a cell shows besides its text
     */
    record Column<R>(
            String title,
            double share,
            boolean mono,
            Function<R, String> text,
            Function<R, CellLook> look) {
        static <R> Column<R> of(String title, double share, Function<R, String> text) {
            return new Column<>(title, share, false, text, _ -> CellLook.PLAIN);
        }

        Column<R> inMono() {
            return new Column<>(title, share, true, text, look);
        }

        Column<R> looking(Function<R, CellLook> newLook) {
            return new Column<>(title, share, mono, text, newLook);
        }
    }

    /** How a cell looks; colour always comes with an icon or a word. */
    record CellLook(Tone tone, @Nullable Text icon, String tooltip) {
        static final CellLook PLAIN = new CellLook(Tone.NEUTRAL, null, "");
    }

    PlainTable(String id, String empty, List<Column<R>> columns) {
        setId(id);
        getStyleClass().add("plain-table");
        setPlaceholder(new Label(empty));
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        for (Column<R> column : columns) {
            TableColumn<R, R> made = new TableColumn<>(column.title());
            made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
            made.setCellFactory(_ -> new Cell<>(column));
            made.setSortable(false);
            made.setReorderable(false);
            made.setPrefWidth(column.share() * 100);
            getColumns().add(made);
        }
    }

    void show(List<R> rows) {
        if (!getItems().equals(rows)) {
            setItems(FXCollections.observableList(rows));
        }
    }

    private static final class Cell<R> extends TableCell<R, R> {
        private final Column<R> column;

        Cell(Column<R> column) {
            this.column = column;
            if (column.mono()) {
                getStyleClass().add("mono");
                // The end of an ID tells more than its middle.
                setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            }
        }

        @Override
        protected void updateItem(@Nullable R row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                setTooltip(null);
                Tone.NEUTRAL.on(this);
                return;
            }
            String text = column.text().apply(row);
            CellLook look = column.look().apply(row);
            setText(text);
            setGraphic(look.icon());
            String tooltip = look.tooltip().isEmpty() ? text : look.tooltip();
            setTooltip(tooltip.isEmpty() ? null : new Tooltip(tooltip));
            setAccessibleText(column.title() + ": " + text);
            look.tone().on(this);
        }
    }
}
