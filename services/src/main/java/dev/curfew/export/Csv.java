package dev.curfew.export;

import java.io.IOException;
import java.util.List;

/**
 * Rows as CSV (RFC 4180), safe to open in a spreadsheet: a cell that would be taken as a formula
 * there is written as text. Pure.
 */
public final class Csv {
    private Csv() {}

    public static void row(Appendable out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    static String cell(String value) {
        // The apostrophe is what spreadsheets themselves write before such a text.
        String safe = startsFormula(value) ? "'" + value : value;
        boolean plain =
                safe.equals(value) && safe.chars().noneMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean startsFormula(String value) {
        return !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    }
}
