package dev.curfew.views.table;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Paints one column of one row; only the first paint of a cell makes nodes. */
final class ColumnCell<R> extends TableCell<R, R> {
    private final Column<R> column;
    private final @Nullable CellGraphic<R> graphic;
    private String rowStyle = "";

    ColumnCell(Column<R> column) {
        this.column = column;
        this.graphic = column.graphic().map(factory -> factory.get()).orElse(null);
        getStyleClass().add(column.align() == Column.Align.RIGHT ? "align-right" : "align-left");
        if (column.mono()) {
            getStyleClass().add("mono");
        }
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            restyle("");
            return;
        }
        String text = column.text().apply(row);
        setText(text);
        setAccessibleText(column.title() + ": " + text);
        restyle(column.style().apply(row));
        if (graphic != null) {
            graphic.show(row);
            setGraphic(graphic.node());
            setContentDisplay(
                    graphic.besideText() ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
        }
    }

    private void restyle(String style) {
        if (!style.equals(rowStyle)) {
            getStyleClass().remove(rowStyle);
            if (!style.isEmpty()) {
                getStyleClass().add(style);
            }
            rowStyle = style;
        }
    }

    /** Only a text that does not fit gets a tooltip, and only when the mouse is there. */
    void explainCut() {
        boolean cut = getText() != null && isTextTruncated();
        setTooltip(cut ? new Tooltip(getText()) : null);
    }
}
