package dev.curfew.views.table;

import dev.curfew.views.kit.Ui;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A table of one snapshot of rows. The current row (what a details panel shows) and the marked rows
 * (what an action bar works on) are kept by key when a new snapshot comes. JavaFX thread only.
 */
public final class DataTable<R> extends VBox {
    private final TableView<R> table = new TableView<>();
    private final SnapshotList<R> items = new SnapshotList<>();
    private final Marks marks = new Marks();
    private final ReadOnlyObjectWrapper<@Nullable R> current = new ReadOnlyObjectWrapper<>();
    private final Function<? super R, String> key;
    private final Columns<R> columns;
    private final Sorter<R> sorter;
    private final TableState<R> state;
    private Function<? super R, String> copyText;
    private RowMenu<R> rowMenu = RowMenu.empty();
    private Consumer<R> open = row -> {};
    private boolean replacing;
    private boolean markable = true;

    /**
     * @param id stable; controls and remembered columns go by it
     */
    public DataTable(String id, List<Column<R>> all, Function<? super R, String> key, Ui ui) {
        this.key = key;
        copyText = key;
        getStyleClass().add("data-table");
        table.setId(id);
        table.setAccessibleText(
                ui.text(
                        "table.name",
                        all.stream().map(Column::title).collect(Collectors.joining(", "))));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setTableMenuButtonVisible(false);
        table.setItems(items);
        table.setRowFactory(any -> makeRow());
        sorter = new Sorter<>(ui.tasks(), this::replace);
        columns = new Columns<>(id, all, table, ui);
        state = new TableState<>(id, table, ui);
        table.getColumns().add(markColumn(id, ui));
        columns.install();
        table.setSortPolicy(any -> {
            sorter.setOrder(columns.chosenOrder().orElse(null));
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe(this::selected);
        new TableKeys<>(this, table, ui).install();
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().setAll(state.banner(), table, fontProbe());
        setMinSize(0, 0);
    }

    /** An unseen label: its font is the table's, and tells when the text size changes. */
    private Label fontProbe() {
        Label probe = new Label();
        probe.setManaged(false);
        probe.setVisible(false);
        probe.fontProperty().subscribe(font -> columns.fitTo(font.getSize()));
        return probe;
    }

    public void show(TableContent<R> content) {
        state.show(content);
        sorter.setRows(content.rows());
    }

    /** What the failed banner and the placeholders offer; either may be left out. */
    public void onRetry(@Nullable Runnable retry, @Nullable Runnable clearFilter) {
        state.offer(retry, clearFilter);
    }

    /** What an empty table says when there is nothing at all; made anew each time. */
    public void setEmptyState(Supplier<javafx.scene.Node> empty) {
        state.setEmpty(empty);
    }

    public ReadOnlyObjectProperty<@Nullable R> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public Marks marks() {
        return marks;
    }

    /** The marked rows that are shown now, in their order. */
    public List<R> markedRows() {
        return marks.isEmpty()
                ? List.of()
                : items.stream().filter(row -> marks.has(key.apply(row))).toList();
    }

    /** What an action works on: the marked rows, or else the current one. */
    public List<R> chosenRows() {
        List<R> marked = markedRows();
        R row = current.get();
        return !marked.isEmpty() || row == null ? marked : List.of(row);
    }

    public List<R> shownRows() {
        return items;
    }

    List<String> shownKeys() {
        return items.stream().<String>map(key).toList();
    }

    String keyOf(R row) {
        return key.apply(row);
    }

    public void setRowMenu(RowMenu<R> menu) {
        rowMenu = menu;
    }

    RowMenu<R> rowMenu() {
        return rowMenu;
    }

    /** For a list of which no action takes several rows. */
    public void withoutMarks() {
        table.getColumns().removeIf(column -> (table.getId() + "-marks").equals(column.getId()));
        markable = false;
    }

    boolean isMarkable() {
        return markable;
    }

    /** Calls it when the last rows come into sight, so that more can be read. */
    public void onEndNear(Runnable action) {
        EndWatch.install(table, action);
    }

    /** Enter and double click. */
    public void onOpen(Consumer<R> action) {
        open = action;
    }

    void open(R row) {
        open.accept(row);
    }

    public MenuButton columnsButton() {
        return columns.button();
    }

    /** Makes the row with this key the current one and scrolls to it; no such row: none is. */
    public void select(@Nullable String wanted) {
        int index = wanted == null ? -1 : indexOf(wanted);
        if (index < 0) {
            table.getSelectionModel().clearSelection();
        } else {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 3));
        }
    }

    /** Orders by one column as if its heading had been clicked. */
    public void sortBy(String column, boolean ascending) {
        table.getColumns().stream()
                .filter(made -> column.equals(made.getId()))
                .forEach(made -> {
                    made.setSortType(
                            ascending
                                    ? TableColumn.SortType.ASCENDING
                                    : TableColumn.SortType.DESCENDING);
                    table.getSortOrder().setAll(List.of(made));
                });
    }

    /** The columns as they stand now, from the left. */
    public List<Column<R>> shownColumns() {
        return columns.shown();
    }

    /** Paints the rows on screen anew: they say how long ago or how long still. */
    public void repaint() {
        table.refresh();
    }

    /** What Ctrl+C copies of a row, if it is not its key. */
    public void setCopyText(Function<? super R, String> text) {
        copyText = text;
    }

    String copyTextOf(R row) {
        return copyText.apply(row);
    }

    public void focusTable() {
        table.requestFocus();
    }

    private void replace(List<R> rows) {
        R before = current.get();
        replacing = true;
        items.replace(rows);
        int index = before == null ? -1 : indexOf(key.apply(before));
        if (index >= 0) {
            table.getSelectionModel().clearAndSelect(index);
        } else {
            table.getSelectionModel().clearSelection();
        }
        replacing = false;
        selected(index >= 0 ? items.get(index) : null);
    }

    private void selected(@Nullable R row) {
        if (!replacing) {
            current.set(row);
        }
    }

    private int indexOf(String wanted) {
        for (int i = 0; i < items.size(); i++) {
            if (key.apply(items.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    private DataRow<R> makeRow() {
        DataRow<R> row = new DataRow<>(marks, key, this::open);
        row.setOnContextMenuRequested(request -> {
            R item = row.getItem();
            if (item != null && !rowMenu.items().isEmpty()) {
                DataRow.menuFor(rowMenu, item)
                        .show(row, request.getScreenX(), request.getScreenY());
                request.consume();
            }
        });
        return row;
    }

    private TableColumn<R, R> markColumn(String id, Ui ui) {
        return MarkColumn.make(id, marks, key, this::shownKeys, items::size, ui);
    }
}
