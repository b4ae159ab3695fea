package dev.curfew.views.delegation;

import dev.curfew.views.delegation.DelegationState.Row;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.list.Latest;
import dev.curfew.views.table.Column;
import dev.curfew.views.table.DataTable;
import dev.curfew.views.table.TableContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The grants as a table, and the words that their rows must hold. JavaFX thread only. */
final class GrantTable extends VBox {
    private final TextField filter = new TextField();
    private final List<Column<Row>> columns;
    private final DataTable<Row> table;
    private final Latest<TableContent<Row>> shown;
    private List<Row> rows = List.of();

    GrantTable(Ui ui) {
        columns = new GrantColumns(ui).all();
        table = new DataTable<>("delegation-table", columns, row -> row.grant().id(), ui);
        table.withoutMarks();
        table.onRetry(null, filter::clear);
        shown = new Latest<>("delegation.filter", ui.tasks());
        filter.setId("delegation-filter");
        filter.setPromptText(ui.text("delegation.filter"));
        filter.setAccessibleText(ui.text("delegation.filter"));
        filter.textProperty().subscribe(this::filter);
        HBox.setHgrow(filter, Priority.ALWAYS);
        HBox bar = new HBox(filter);
        bar.getStyleClass().add("findings-head");
        VBox.setVgrow(table, Priority.ALWAYS);
        setMinSize(0, 0);
        getChildren().setAll(bar, table);
    }

    DataTable<Row> table() {
        return table;
    }

    void focusFilter() {
        filter.requestFocus();
    }

    Subscription attached() {
        return shown.answerProperty().subscribe(found -> found.ifPresent(table::show));
    }

    void show(List<Row> all) {
        rows = all;
        filter();
    }

    private void filter() {
        List<Row> all = rows;
        List<String> wanted =
                List.of(filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        shown.ask(() ->
                Optional.of(
                        wanted.equals(List.of(""))
                                ? TableContent.all(all)
                                : TableContent.matching(
                                        all.stream().filter(row -> holds(row, wanted)).toList())));
    }

    /** Every word, in whichever column; as the cell says it. */
    private boolean holds(Row row, List<String> wanted) {
        StringBuilder said = new StringBuilder();
        columns.forEach(column -> said.append(column.text().apply(row)).append('\n'));
        String all = said.toString().toLowerCase(Locale.ROOT);
        return wanted.stream().allMatch(all::contains);
    }
}
