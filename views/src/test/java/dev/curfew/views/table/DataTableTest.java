package dev.curfew.views.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.text.Explanation;
import dev.curfew.views.gallery.Gallery;
import dev.curfew.views.kit.Look;
import dev.curfew.views.kit.Ui;
import dev.curfew.views.testing.FakeDialogs;
import dev.curfew.views.testing.Fx;
import dev.curfew.views.testing.InlineTasks;
import dev.curfew.views.testing.TestUi;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class DataTableTest {
    private record Row(String id, int size) {}

    private static final List<Column<Row>> COLUMNS =
            List.of(
                    Column.<Row>text("id", "ID", 120, Row::id).inMono().growing(),
                    Column.<Row>number("size", "Size", 80, Row::size, row -> row.size() + ""),
                    Column.<Row>text("extra", "Extra", 80, row -> "x").hidden());

    private final FakeDialogs dialogs = new FakeDialogs();
    private final Ui ui = TestUi.with(new InlineTasks(), dialogs, overlay -> () -> {});

    private static List<Row> rows(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Row("r" + i, (i * 7) % 100)).toList();
    }

    private DataTable<Row> table() {
        DataTable<Row> table = new DataTable<>("t", COLUMNS, Row::id, ui);
        Scene scene = new Scene(table, 500, 300);
        new Look(true, 1).apply(scene);
        Gallery.snapshot(scene);
        return table;
    }

    private static void press(DataTable<Row> table, KeyCode code, boolean shift, boolean control) {
        table.lookup("#t")
                .fireEvent(
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    @Test
    void currentAndMarkedRowsOutliveARefresh() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            table.show(TableContent.all(rows(10)));
            table.select("r3");
            table.marks().toggle("r5");
            List<Row> next = new ArrayList<>(rows(10).reversed());
            next.removeIf(row -> row.id().equals("r9"));
            table.show(TableContent.all(List.copyOf(next)));
            assertThat(table.currentProperty().get()).isEqualTo(new Row("r3", 21));
            assertThat(table.markedRows()).extracting(Row::id).containsExactly("r5");
            assertThat(table.chosenRows()).extracting(Row::id).containsExactly("r5");
        });
    }

    @Test
    void aRowThatIsGoneIsNoLongerCurrent() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            table.show(TableContent.all(rows(10)));
            table.select("r9");
            table.show(TableContent.all(rows(5)));
            assertThat(table.currentProperty().get()).isNull();
        });
    }

    @Test
    void aHundredThousandRowsArriveInOneChangeWithoutACopy() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            List<Integer> changes = new ArrayList<>();
            TableView<?> view = (TableView<?>) table.lookup("#t");
            view.getItems()
                    .addListener(
                            (ListChangeListener<Object>)
                                    change -> changes.add(change.getList().size()));
            List<Row> many = rows(100_000);
            table.show(TableContent.all(many));
            assertThat(changes).containsExactly(100_000);
            assertThat(table.shownRows().get(99_999)).isSameAs(many.get(99_999));
        });
    }

    @Test
    void sortsByAColumn() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            table.show(TableContent.all(rows(10)));
            table.sortBy("size", false);
            assertThat(table.shownRows().getFirst().size()).isEqualTo(63);
            table.show(TableContent.all(rows(3)));
            assertThat(table.shownRows()).extracting(Row::size).containsExactly(14, 7, 0);
        });
    }

    @Test
    void theKeyboardMarksOpensAndCopies() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            List<String> opened = new ArrayList<>();
            table.onOpen(row -> opened.add(row.id()));
            table.show(TableContent.all(rows(10)));
            table.select("r1");
            press(table, KeyCode.SPACE, false, false);
            table.select("r3");
            press(table, KeyCode.SPACE, true, false);
            assertThat(table.markedRows()).extracting(Row::id).containsExactly("r1", "r2", "r3");
            press(table, KeyCode.ENTER, false, false);
            assertThat(opened).containsExactly("r3");
            press(table, KeyCode.C, false, true);
            assertThat(dialogs.clipboard()).isEqualTo("r1\nr2\nr3");
            press(table, KeyCode.A, false, true);
            assertThat(table.markedRows()).hasSize(10);
        });
    }

    @Test
    void columnsAreRememberedByWidthOrderAndVisibility() {
        Fx.run(() -> {
            DataTable<Row> first = table();
            TableView<?> view = (TableView<?>) first.lookup("#t");
            view.getColumns().stream()
                    .filter(column -> "extra".equals(column.getId()))
                    .forEach(column -> column.setVisible(true));
            view.getColumns().stream()
                    .filter(column -> "size".equals(column.getId()))
                    .forEach(column -> column.setVisible(false));
            TableView<?> again = (TableView<?>) table().lookup("#t");
            assertThat(again.getVisibleLeafColumns())
                    .extracting(column -> column.getId())
                    .containsExactly("t-marks", "id", "extra");
        });
    }

    @Test
    void saysWhyThereAreNoRows() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            table.onRetry(() -> {}, () -> {});
            assertThat(shown(table, "#t-clearFilter")).isFalse();
            table.show(TableContent.matching(List.of()));
            assertThat(shown(table, "#t-clearFilter")).isTrue();
            table.show(
                    new TableContent.Failed<>(
                            rows(2), new Explanation("It broke.", "Because.", "Retry.")));
            assertThat(shown(table, "#t-banner-retry")).isTrue();
            assertThat(table.shownRows()).as("old rows stay").hasSize(2);
        });
    }

    private static boolean shown(DataTable<Row> table, String id) {
        Gallery.snapshot(table.getScene());
        Node node = table.lookup(id);
        return node != null && node.isVisible();
    }
}
