package dev.curfew.views.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.icons.AppIcon;
import dev.curfew.views.kit.LineTable.Column;
import dev.curfew.views.kit.LineTable.Words;
import dev.curfew.views.testing.Fx;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class LineTableTest {
    private static LineTable<String> table() {
        return new LineTable<>(
                "table",
                List.of(
                        new Column<>("Name", 1, Words::of),
                        new Column<>(
                                "Length",
                                1,
                                row ->
                                        Words.of("" + row.length())
                                                .and("letters")
                                                .in(Tone.WARNING)
                                                .with(AppIcon.INFO))),
                row -> row.startsWith("!") ? "row-danger" : "");
    }

    private static List<Node> rows(LineTable<String> table) {
        return List.copyOf(table.lookupAll(".line-row"));
    }

    /** Large text or a small window: each cell stands under its own title then. */
    @Test
    void whereThereIsNoRoomForTheColumnsEachCellHasItsTitle() {
        Fx.run(() -> {
            LineTable<String> table = table();
            table.show(List.of("one"));
            Scene scene = new Scene(new StackPane(table), 1200, 400);
            new Look(true, 1).apply(scene);
            lay(scene);
            assertThat(shown(table, ".line-head")).isEqualTo(1);
            assertThat(shown(table, ".line-cell-title")).isZero();
            new Look(true, 2).apply(scene);
            lay(scene);
            assertThat(shown(table, ".line-head")).isZero();
            assertThat(shown(table, ".line-cell-title")).isEqualTo(2);
        });
    }

    private static void lay(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static long shown(LineTable<String> table, String selector) {
        return table.lookupAll(selector).stream().filter(Node::isVisible).count();
    }

    @Test
    void rowsChangeInPlace() {
        Fx.run(() -> {
            LineTable<String> table = table();
            table.show(List.of("one", "three"));
            List<Node> before = rows(table);
            table.show(List.of("four", "!"));
            assertThat(rows(table)).isEqualTo(before);
            assertThat(rows(table))
                    .extracting(Node::getAccessibleText)
                    .containsExactlyInAnyOrder(
                            "Name: four. Length: 4, letters.", "Name: !. Length: 1, letters.");
            assertThat(table.lookupAll(".row-danger")).hasSize(1);
            table.show(List.of("four"));
            assertThat(rows(table)).hasSize(1);
            assertThat(table.lookupAll(".row-danger")).isEmpty();
        });
    }
}
