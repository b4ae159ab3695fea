package dev.curfew.views.kit;

import dev.curfew.icons.AppIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A short table on a page: rows as high as their words need, changed in place, so that times can
 * tick in it each second without anything else moving. Nothing to sort or to choose. Where there is
 * little room (small window, large text) a row takes several lines, each cell under its own title,
 * so that no word is broken.
 */
public final class LineTable<R> extends VBox {
    /**
     * A column.
     *
     * @param share of the width, relative to the other columns
     */
    public record Column<R>(String title, double share, Function<R, Words> words) {}

    /**
     * What a cell says.
     *
     * @param more below it, quieter; may be empty
     * @param icon before the text; colour always comes with one, or with a word
     */
    public record Words(
            String text,
            String more,
            Tone tone,
            Optional<AppIcon> icon,
            boolean strong,
            String tooltip) {
        public static Words of(String text) {
            return new Words(text, "", Tone.NEUTRAL, Optional.empty(), false, "");
        }

        public Words and(String below) {
            return new Words(text, below, tone, icon, strong, tooltip);
        }

        public Words in(Tone newTone) {
            return new Words(text, more, newTone, icon, strong, tooltip);
        }

        public Words with(AppIcon newIcon) {
            return new Words(text, more, tone, Optional.of(newIcon), strong, tooltip);
        }

        public Words inBold() {
            return new Words(text, more, tone, icon, true, tooltip);
        }

        public Words explained(String newTooltip) {
            return new Words(text, more, tone, icon, strong, newTooltip);
        }
    }

    /** Cells in a line of a row that takes several. */
    private static final int CELLS_IN_LINE = 3;

    private final List<Column<R>> columns;
    private final Function<R, String> style;
    private final List<Line> lines = new ArrayList<>();
    private final VBox body = new VBox();
    private final GridPane head;
    private final Region least = new Region();
    private boolean folded;

    /**
     * @param style a style class that depends on the row, or an empty string
     */
    public LineTable(String id, List<Column<R>> columns, Function<R, String> style) {
        this.columns = List.copyOf(columns);
        this.style = style;
        setId(id);
        getStyleClass().add("line-table");
        head = new GridPane();
        shares(head);
        head.getStyleClass().add("line-head");
        for (int i = 0; i < columns.size(); i++) {
            Label title = Labels.of(columns.get(i).title(), "line-title");
            title.setMinWidth(0);
            head.add(title, i, 0);
        }
        setMinHeight(USE_PREF_SIZE);
        least.getStyleClass().add("least-for-columns");
        least.setManaged(false);
        least.setVisible(false);
        getChildren().setAll(head, body, least);
    }

    /** Its height depends on its width: how often words wrap, and whether rows are folded. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        foldFor(width);
        return super.computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        foldFor(getWidth());
        super.layoutChildren();
    }

    private void foldFor(double width) {
        boolean fold = width > 0 && width < least.prefWidth(-1);
        if (fold != folded) {
            folded = fold;
            head.setVisible(!fold);
            head.setManaged(!fold);
            lines.forEach(Line::arrange);
        }
    }

    public void show(List<R> rows) {
        while (lines.size() < rows.size()) {
            Line line = new Line();
            lines.add(line);
            body.getChildren().add(line.row);
        }
        while (lines.size() > rows.size()) {
            body.getChildren().remove(lines.removeLast().row);
        }
        for (int i = 0; i < rows.size(); i++) {
            lines.get(i).show(rows.get(i));
        }
    }

    private void shares(GridPane grid) {
        grid.getColumnConstraints().clear();
        double all = columns.stream().mapToDouble(Column::share).sum();
        for (Column<R> column : columns) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100 * column.share() / all);
            constraints.setHgrow(Priority.SOMETIMES);
            grid.getColumnConstraints().add(constraints);
        }
    }

    private static void thirds(GridPane grid) {
        grid.getColumnConstraints().clear();
        for (int i = 0; i < CELLS_IN_LINE; i++) {
            ColumnConstraints constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 / CELLS_IN_LINE);
            grid.getColumnConstraints().add(constraints);
        }
    }

    private final class Line {
        private final GridPane row = new GridPane();
        private final List<Cell> cells = new ArrayList<>();
        private String styled = "";

        Line() {
            row.getStyleClass().add("line-row");
            row.setAccessibleRole(AccessibleRole.TEXT);
            row.setMinHeight(USE_PREF_SIZE);
            for (int i = 0; i < columns.size(); i++) {
                Cell cell = new Cell(columns.get(i).title());
                cells.add(cell);
                row.add(cell.box, i, 0);
            }
            arrange();
        }

        void arrange() {
            if (folded) {
                thirds(row);
            } else {
                shares(row);
            }
            for (int i = 0; i < cells.size(); i++) {
                GridPane.setConstraints(
                        cells.get(i).box,
                        folded ? i % CELLS_IN_LINE : i,
                        folded ? i / CELLS_IN_LINE : 0);
                cells.get(i).titled(folded);
            }
        }

        void show(R shown) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < cells.size(); i++) {
                Words words = columns.get(i).words().apply(shown);
                cells.get(i).show(words);
                all.append(columns.get(i).title()).append(": ").append(words.text());
                all.append(words.more().isEmpty() ? ". " : ", " + words.more() + ". ");
            }
            row.setAccessibleText(all.toString().strip());
            String wanted = style.apply(shown);
            if (!wanted.equals(styled)) {
                row.getStyleClass().remove(styled);
                if (!wanted.isEmpty()) {
                    row.getStyleClass().add(wanted);
                }
                styled = wanted;
            }
        }
    }

    /** Changes only what is different: a tooltip that is open stays open. */
    private static final class Cell {
        private final Label text = Labels.wrapped("");
        private final Label more = Labels.wrapped("", "caption");
        private final Label title;
        private final VBox box;
        private Words shown = Words.of("");

        Cell(String titleText) {
            title = Labels.wrapped(titleText, "line-cell-title");
            title.setMinWidth(0);
            visible(title, false);
            box = new VBox(title, text, more);
            box.getStyleClass().add("line-cell");
            // Else a narrow column would keep the whole table wide.
            box.setMinWidth(0);
            text.setMinWidth(0);
            more.setMinWidth(0);
            visible(more, false);
        }

        void titled(boolean wanted) {
            visible(title, wanted);
            box.setAlignment(wanted ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        }

        void show(Words words) {
            if (words.equals(shown)) {
                return;
            }
            text.setText(words.text());
            words.tone().on(text);
            if (!words.icon().equals(shown.icon()) || words.tone() != shown.tone()) {
                text.setGraphic(
                        words.icon().map(icon -> words.tone().on(icon.view())).orElse(null));
            }
            text.getStyleClass().remove("strong");
            if (words.strong()) {
                text.getStyleClass().add("strong");
            }
            more.setText(words.more());
            visible(more, !words.more().isEmpty());
            if (!words.tooltip().equals(shown.tooltip())) {
                text.setTooltip(words.tooltip().isEmpty() ? null : new Tooltip(words.tooltip()));
            }
            shown = words;
        }

        private static void visible(Node node, boolean visible) {
            node.setVisible(visible);
            node.setManaged(visible);
        }
    }
}
