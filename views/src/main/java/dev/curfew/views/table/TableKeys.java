package dev.curfew.views.table;

import dev.curfew.views.kit.Notice;
import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;

/** The table by keyboard: Space marks, Enter opens, Ctrl+C copies, Ctrl+A marks all. */
final class TableKeys<R> {
    private final DataTable<R> owner;
    private final TableView<R> table;
    private final Ui ui;

    TableKeys(DataTable<R> owner, TableView<R> table, Ui ui) {
        this.owner = owner;
        this.table = table;
        this.ui = ui;
    }

    void install() {
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent key) {
        boolean handled =
                switch (key.getCode()) {
                    case SPACE -> onCurrent(row -> mark(row, key.isShiftDown()));
                    case ENTER -> onCurrent(owner::open);
                    case C -> key.isShortcutDown() && copy();
                    case A -> key.isShortcutDown() && markAll();
                    case CONTEXT_MENU -> onCurrent(this::showMenu);
                    case F10 -> key.isShiftDown() && onCurrent(this::showMenu);
                    default -> false;
                };
        if (handled) {
            key.consume();
        }
    }

    private boolean onCurrent(java.util.function.Consumer<R> action) {
        R row = owner.currentProperty().get();
        if (row == null) {
            return false;
        }
        action.accept(row);
        return true;
    }

    private void mark(R row, boolean range) {
        if (!owner.isMarkable()) {
            return;
        }
        String key = owner.keyOf(row);
        if (range) {
            owner.marks().markTo(key, owner.shownKeys());
        } else {
            owner.marks().toggle(key);
        }
    }

    private boolean markAll() {
        if (!owner.isMarkable()) {
            return false;
        }
        owner.marks().markAll(owner.shownKeys());
        return true;
    }

    private boolean copy() {
        List<R> rows = owner.chosenRows();
        if (rows.isEmpty()) {
            return false;
        }
        ui.dialogs().copy(rows.stream().map(owner::copyTextOf).collect(Collectors.joining("\n")));
        ui.dialogs().tell(Notice.done(ui.text("table.copiedRows", rows.size())));
        return true;
    }

    private void showMenu(R row) {
        if (owner.rowMenu().items().isEmpty()) {
            return;
        }
        Node anchor = table.lookup(".table-row-cell:selected");
        Node at = anchor == null ? table : anchor;
        Bounds where = at.localToScreen(at.getBoundsInLocal());
        DataRow.menuFor(owner.rowMenu(), row).show(at, where.getMinX() + 40, where.getMaxY());
    }
}
