package dev.curfew.views.table;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * Paints one column of one row. As one types a filter, hundreds of cells come to show other rows
 * with each key, each often more than once while the table is laid out. So only the first paint of
 * a cell makes nodes; a cell without a row is not seen but keeps what it has; and what a row looks
 * like is a pseudo-class, for which JavaFX keeps the styles that it has worked out once.
 */
final class ColumnCell<R> extends TableCell<R, R> {
    private final Column<R> column;
    private final @Nullable CellGraphic<R> graphic;
    private String rowStyle = "";
    private boolean layingOut;

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
        // Not by being invisible: JavaFX does not paint what was so for a part of a layout.
        setOpacity(empty || row == null ? 0 : 1);
        if (empty || row == null) {
            setTooltip(null);
            setAccessibleText(null);
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

    @Override
    protected void layoutChildren() {
        layingOut = true;
        try {
            super.layoutChildren();
        } finally {
            layingOut = false;
        }
    }

    /**
     * A cell that is laid out moves a text that stands at its right edge, which JavaFX takes for a
     * wish to be laid out once more: the next pulse would lay out the whole table again.
     */
    @Override
    public void requestLayout() {
        if (!layingOut) {
            super.requestLayout();
        }
    }

    private void restyle(String style) {
        if (!style.equals(rowStyle)) {
            look(rowStyle, false);
            look(style, true);
            rowStyle = style;
            // Rows are filled while they are laid out. Were this left to the next pulse, a bolder
            // text would have the whole table laid out twice.
            applyCss();
        }
    }

    private void look(String style, boolean on) {
        if (!style.isEmpty()) {
            pseudoClassStateChanged(PseudoClass.getPseudoClass(style), on);
        }
    }

    /** Only a text that does not fit gets a tooltip, and only when the mouse is there. */
    void explainCut() {
        boolean cut = !isEmpty() && getText() != null && isTextTruncated();
        setTooltip(cut ? new Tooltip(getText()) : null);
    }
}
