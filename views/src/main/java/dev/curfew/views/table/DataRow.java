package dev.curfew.views.table;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/** A row that knows whether it is marked, opens on a double click, and has the row menu. */
final class DataRow<R> extends TableRow<R> {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final Marks marks;
    private final Function<? super R, String> key;

    DataRow(Marks marks, Function<? super R, String> key, Consumer<R> open) {
        this.marks = marks;
        this.key = key;
        marks.keysProperty().subscribe(this::paintMark);
        setOnMouseClicked(click -> {
            R row = getItem();
            if (row != null
                    && click.getClickCount() == 2
                    && click.getButton() == MouseButton.PRIMARY) {
                open.accept(row);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        paintMark();
    }

    private void paintMark() {
        R row = getItem();
        boolean marked = !isEmpty() && row != null && marks.has(key.apply(row));
        pseudoClassStateChanged(MARKED, marked);
    }

    /** The row's menu as it is for this row; made only when it is asked for. */
    static <R> ContextMenu menuFor(RowMenu<R> menu, R row) {
        ContextMenu shown = new ContextMenu();
        for (RowMenu.Item<R> item : menu.items()) {
            Optional<String> refusal = item.refusal().apply(row);
            MenuItem entry =
                    new MenuItem(
                            refusal.map(why -> item.text() + ": " + why).orElse(item.text()),
                            item.icon().view());
            entry.setId(item.id());
            entry.setMnemonicParsing(false);
            entry.setDisable(refusal.isPresent());
            entry.setOnAction(event -> item.run().accept(row));
            if (item.grave()) {
                entry.getStyleClass().add("grave");
            }
            shown.getItems().add(entry);
        }
        return shown;
    }
}
