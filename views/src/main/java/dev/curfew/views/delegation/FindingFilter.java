package dev.curfew.views.delegation;

import java.util.List;
import java.util.Locale;

/**
 * Which findings are wanted. Pure; for very many not on the JavaFX thread.
 *
 * @param rank as {@link FindingRow#rank()}; negative: all
 */
record FindingFilter(int rank, String text) {
    static final FindingFilter ALL = new FindingFilter(-1, "");

    static FindingFilter of(int segment, String text) {
        return new FindingFilter(segment - 1, text.strip().toLowerCase(Locale.ROOT));
    }

    boolean takesAll() {
        return rank < 0 && text.isEmpty();
    }

    List<FindingRow> of(List<FindingRow> rows, FindingWords words) {
        return takesAll() ? rows : rows.stream().filter(row -> takes(row, words)).toList();
    }

    private boolean takes(FindingRow row, FindingWords words) {
        return (rank < 0 || row.rank() == rank)
                && (text.isEmpty() || searched(row, words).toLowerCase(Locale.ROOT).contains(text));
    }

    private static String searched(FindingRow row, FindingWords words) {
        String start =
                String.join(
                        " ",
                        row.check().name(),
                        words.title(row.check()),
                        words.severity(row),
                        row.what());
        return switch (row) {
            case FindingRow.Found found ->
                    start + " " + found.finding().subject().display() + " " + found.chain();
            case FindingRow.NotKnown not -> start;
        };
    }
}
