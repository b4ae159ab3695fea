package dev.curfew.app.cli.session;

import dev.curfew.export.Column;
import dev.curfew.outcome.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Rows as lines of aligned columns, with the names of the columns above. */
public final class Table {
    private static final String GAP = "  ";

    private Table() {}

    public static <R> void write(List<Column<R>> columns, List<R> rows, Consumer<String> line) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns.stream().map(c -> c.name().toUpperCase(Locale.ROOT)).toList());
        for (R row : rows) {
            cells.add(columns.stream().map(c -> SafeText.of(c.text().apply(row))).toList());
        }
        aligned(cells, line);
    }

    /** Lines of cells, each column as wide as its widest cell. */
    public static void aligned(List<List<String>> cells, Consumer<String> line) {
        int[] widths = new int[cells.stream().mapToInt(List::size).max().orElse(0)];
        for (List<String> row : cells) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : GAP).append(row.get(i));
                text.repeat(' ', widths[i] - row.get(i).length());
            }
            line.accept(text.toString().stripTrailing());
        }
    }
}
