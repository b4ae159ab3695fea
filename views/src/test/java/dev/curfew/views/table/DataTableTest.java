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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
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

    /** What is on the picture, and not only in the cells, however often rows come and go. */
    @Test
    void eachRowIsPaintedAndNothingElse() {
        Fx.run(() -> {
            DataTable<Row> table = table();
            assertThat(paintedRows(table)).isZero();
            for (int count : List.of(5, 0, 3, 8, 1, 7)) {
                table.show(TableContent.all(rows(count)));
                assertThat(paintedRows(table)).isEqualTo(count);
                table.show(TableContent.all(rows(count + 1).subList(1, count + 1)));
                assertThat(paintedRows(table)).isEqualTo(count);
            }
        });
    }

    /** In how many rows there is anything but background in the first column. */
    private static int paintedRows(DataTable<Row> table) {
        WritableImage picture = Gallery.snapshot(table.getScene());
        int painted = 0;
        for (Node row : table.lookupAll(".table-row-cell")) {
            Bounds at = row.localToScene(row.getLayoutBounds());
            Set<Integer> colours = new HashSet<>();
            for (int y = (int) at.getMinY() + 4; y < Math.min(299, at.getMaxY() - 4); y++) {
                for (int x = 50; x < 110; x++) {
                    colours.add(picture.getPixelReader().getArgb(x, y));
                }
            }
            painted += colours.size() > 1 ? 1 : 0;
        }
        return painted;
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

    private static final List<Column<Row>> MANY =
            List.of(
                    Column.<Row>text("id", "ID", 200, Row::id).growing(),
                    Column.<Row>text("last", "Goes last", 100, row -> "x").yielding(2),
                    Column.<Row>text("first", "Goes first", 100, row -> "x").yielding(1),
                    Column.<Row>text("stays", "Stays", 100, row -> "x"));

    private static List<String> onScreen(DataTable<Row> table) {
        return ((TableView<?>) table.lookup("#t"))
                .getVisibleLeafColumns().stream()
                        .map(column -> column.getId())
                        .filter(id -> !id.equals("t-marks"))
                        .toList();
    }

    private static void widen(DataTable<Row> table, double width) {
        table.setPrefSize(width, 300);
        Gallery.snapshot(table.getScene());
    }

    private DataTable<Row> inAPane() {
        DataTable<Row> table = new DataTable<>("t", MANY, Row::id, ui);
        Scene scene = new Scene(new Pane(table), 700, 300);
        new Look(true, 1).apply(scene);
        widen(table, 700);
        return table;
    }

    @Test
    void columnsMakeRoomOneAfterTheOtherAndComeBack() {
        Fx.run(() -> {
            DataTable<Row> table = inAPane();
            assertThat(onScreen(table)).containsExactly("id", "last", "first", "stays");
            widen(table, 400);
            assertThat(onScreen(table)).containsExactly("id", "last", "stays");
            widen(table, 300);
            assertThat(onScreen(table)).containsExactly("id", "stays");
            assertThat(table.shownColumns())
                    .extracting(Column::id)
                    .containsExactly("id", "last", "first", "stays");
            widen(table, 700);
            assertThat(onScreen(table)).containsExactly("id", "last", "first", "stays");
        });
    }

    @Test
    void aColumnThatIsAskedForStaysAlthoughThereIsNoRoom() {
        Fx.run(() -> {
            DataTable<Row> table = inAPane();
            widen(table, 300);
            CheckMenuItem item =
                    (CheckMenuItem)
                            table.columnsButton().getItems().stream()
                                    .filter(one -> "t-columns-first".equals(one.getId()))
                                    .findFirst()
                                    .orElseThrow();
            item.setSelected(true);
            widen(table, 310);
            assertThat(onScreen(table)).containsExactly("id", "first", "stays");
        });
    }
}
