package dev.curfew.views.table;

import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TableCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The box that marks a row. The keyboard marks with Space on the row itself. */
final class MarkCell<R> extends TableCell<R, R> {
    private final CheckBox box = new CheckBox();
    private final Marks marks;
    private final Function<? super R, String> key;

    MarkCell(
            Marks marks,
            Function<? super R, String> key,
            java.util.function.Consumer<String> markRange) {
        this.marks = marks;
        this.key = key;
        getStyleClass().add("mark-cell");
        box.setFocusTraversable(false);
        box.setMouseTransparent(true);
        marks.keysProperty().subscribe(this::repaint);
        addEventFilter(
                MouseEvent.MOUSE_PRESSED,
                press -> {
                    R row = getItem();
                    if (row != null && press.getButton() == MouseButton.PRIMARY) {
                        if (press.isShiftDown()) {
                            markRange.accept(key.apply(row));
                        } else {
                            marks.toggle(key.apply(row));
                        }
                        press.consume();
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        box.setOpacity(empty || row == null ? 0 : 1);
        if (!empty && row != null) {
            box.setSelected(marks.has(key.apply(row)));
            setGraphic(box);
        }
    }

    private void repaint() {
        R row = getItem();
        if (row != null) {
            box.setSelected(marks.has(key.apply(row)));
        }
    }
}
