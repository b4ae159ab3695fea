package dev.curfew.export;

import dev.curfew.outcome.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Tables as CSV (RFC 4180), with a first line of names. Cells come from servers: control characters
 * are shown as such, and what a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class Csv {
    private Csv() {}

    /** Gives one line after the other, without line ends. */
    public static <R> void write(List<Column<R>> columns, Iterable<R> rows, Consumer<String> line) {
        line.accept(line(columns.stream().map(Column::name).toList()));
        for (R row : rows) {
            line.accept(line(columns.stream().map(column -> column.raw().apply(row)).toList()));
        }
    }

    /** One line with its end. */
    public static void row(Appendable out, List<String> cells) throws IOException {
        out.append(line(cells)).append("\r\n");
    }

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
    }

    static String cell(String text) {
        String safe = SafeText.of(text);
        if (!safe.isEmpty() && "=+-@".indexOf(safe.charAt(0)) >= 0) {
            safe = "'" + safe;
        }
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\'' || c == ' ')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
