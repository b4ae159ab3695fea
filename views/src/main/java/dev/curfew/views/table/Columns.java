package dev.curfew.views.table;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.ColumnMemory;
import dev.curfew.views.kit.ColumnMemory.Remembered;
import dev.curfew.views.kit.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The columns of one table: made, arranged as remembered, and remembered when rearranged. */
final class Columns<R> {
    /** Room for the vertical scroll bar. */
    private static final double SCROLL_BAR = 14;

    private static final double NARROWEST = 32;

    /** The font size that the widths of columns are given for. */
    private static final double USUAL_FONT = 12;

    /** A growing column may become this much narrower than it was given. */
    private static final double LEAST = 0.6;

    private final String table;
    private final List<Column<R>> all;
    private final TableView<R> view;
    private final Ui ui;
    private final ColumnMemory memory;
    private final Yielding<R> yielding = new Yielding<>();
    private double scale = 1;
    private boolean arranging;

    Columns(String table, List<Column<R>> all, TableView<R> view, Ui ui) {
        this.table = table;
        this.all = all;
        this.view = view;
        this.ui = ui;
        this.memory = ui.columns();
    }

    /** Adds them behind what the view has, in the remembered order. */
    void install() {
        arranging = true;
        List<Remembered> remembered = memory.recall(table);
        List<TableColumn<R, R>> made = new ArrayList<>(all.stream().map(this::make).toList());
        made.sort(Comparator.comparingInt(column -> place(remembered, column.getId())));
        for (TableColumn<R, R> column : made) {
            find(remembered, column.getId())
                    .ifPresent(kept -> {
                        column.setPrefWidth(kept.width());
                        column.setVisible(kept.shown());
                    });
        }
        view.getColumns().addAll(made);
        made.forEach(column -> {
            column.widthProperty().subscribe(this::remember);
            column.visibleProperty().subscribe(this::remember);
        });
        view.getColumns().subscribe(this::remember);
        view.widthProperty().subscribe(this::fill);
        arranging = false;
    }

    /** Larger text makes wider columns. */
    void fitTo(double fontSize) {
        double change = fontSize / USUAL_FONT / scale;
        if (Math.abs(change - 1) > 0.01) {
            scale *= change;
            arranging = true;
            ours().forEach(column -> column.setPrefWidth(column.getWidth() * change));
            arranging = false;
            fill();
        }
    }

    private TableColumn<R, R> make(Column<R> column) {
        TableColumn<R, R> made = new TableColumn<>();
        made.setId(column.id());
        made.setText(column.title());
        made.setUserData(column);
        made.setPrefWidth(column.width());
        made.setMinWidth(NARROWEST);
        made.setVisible(column.shown());
        made.setComparator((left, right) -> column.order().compare(left, right));
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(any -> new ColumnCell<>(column));
        if (column.align() == Column.Align.RIGHT) {
            made.getStyleClass().add("align-right");
        }
        return made;
    }

    private static Optional<Remembered> find(List<Remembered> remembered, String id) {
        return remembered.stream().filter(kept -> kept.column().equals(id)).findFirst();
    }

    /** A column that came with a newer version stands where its author put it: at the end. */
    private int place(List<Remembered> remembered, String id) {
        for (int i = 0; i < remembered.size(); i++) {
            if (remembered.get(i).column().equals(id)) {
                return i;
            }
        }
        return remembered.isEmpty() ? 0 : Integer.MAX_VALUE;
    }

    private void remember() {
        if (!arranging) {
            yielding.keepWhatWasAskedFor();
            memory.remember(
                    table,
                    ours().stream()
                            .map(column ->
                                    new Remembered(
                                            column.getId(),
                                            column.getWidth() / scale,
                                            yielding.isWanted(column)))
                            .toList());
        }
        fill();
    }

    private List<TableColumn<R, ?>> ours() {
        return view.getColumns().stream()
                .<TableColumn<R, ?>>map(column -> column)
                .filter(column -> column.getUserData() instanceof Column<?>)
                .toList();
    }

    /** The growing column takes what is left, and never less than its own width. */
    private void fill() {
        if (arranging || view.getWidth() <= 0) {
            return;
        }
        arranging = true;
        yielding.fit(view.getColumns(), view.getWidth() - SCROLL_BAR, this::least);
        arranging = false;
        double taken = 0;
        TableColumn<R, ?> growing = null;
        for (TableColumn<R, ?> column : view.getVisibleLeafColumns()) {
            if (column.getUserData() instanceof Column<?> known && known.grows()) {
                growing = column;
            } else {
                taken += column.getWidth();
            }
        }
        if (growing != null && growing.getUserData() instanceof Column<?> known) {
            arranging = true;
            double room = view.getWidth() - taken - SCROLL_BAR;
            growing.setPrefWidth(Math.max(least(growing), Math.floor(room)));
            arranging = false;
        }
    }

    private double least(TableColumn<R, ?> column) {
        return column.getUserData() instanceof Column<?> known && known.grows()
                ? known.width() * scale * LEAST
                : column.getWidth();
    }

    /** A button whose menu shows and hides columns. */
    MenuButton button() {
        MenuButton button = new MenuButton("", AppIcon.COLUMNS.view());
        button.setId(table + "-columns");
        button.getStyleClass().addAll("button-icon", "flat", "no-arrow");
        button.setAccessibleText(ui.text("table.columns"));
        for (Column<R> column : all) {
            CheckMenuItem item = new CheckMenuItem(column.title());
            item.setId(table + "-columns-" + column.id());
            ours().stream()
                    .filter(made -> column.id().equals(made.getId()))
                    .forEach(made ->
                            item.selectedProperty().bindBidirectional(made.visibleProperty()));
            button.getItems().add(item);
        }
        MenuItem reset = new MenuItem(ui.text("table.columns.reset"));
        reset.setOnAction(event -> reset());
        button.getItems().addAll(new SeparatorMenuItem(), reset);
        return button;
    }

    private void reset() {
        arranging = true;
        List<TableColumn<R, ?>> made = new ArrayList<>(ours());
        view.getColumns().removeAll(made);
        made.sort(Comparator.comparingInt(column -> all.indexOf(column.getUserData())));
        for (TableColumn<R, ?> column : made) {
            if (column.getUserData() instanceof Column<?> known) {
                column.setPrefWidth(known.width() * scale);
                column.setVisible(known.shown());
            }
        }
        view.getColumns().addAll(made);
        arranging = false;
        remember();
    }

    /** Those that are wanted on screen, from the left; some may have had to make room. */
    List<Column<R>> shown() {
        return view.getColumns().stream()
                .filter(yielding::isWanted)
                .flatMap(made ->
                        all.stream().filter(column -> column.id().equals(made.getId())).limit(1))
                .toList();
    }

    /** The order the operator chose by the headings; empty when none. */
    Optional<Comparator<R>> chosenOrder() {
        Comparator<R> order = null;
        for (TableColumn<R, ?> column : view.getSortOrder()) {
            Comparator<R> one = orderOf(column);
            order = order == null ? one : order.thenComparing(one);
        }
        return Optional.ofNullable(order);
    }

    private Comparator<R> orderOf(TableColumn<R, ?> made) {
        Column<R> column =
                all.stream()
                        .filter(known -> known.id().equals(made.getId()))
                        .findFirst()
                        .orElseThrow();
        Comparator<R> ascending = (left, right) -> column.order().compare(left, right);
        return made.getSortType() == TableColumn.SortType.DESCENDING
                ? ascending.reversed()
                : ascending;
    }
}
