package dev.curfew.views.delegation;

import dev.curfew.delegation.check.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which findings are wanted. Pure; for very many not on the JavaFX thread.
 *
 * @param rank as {@link FindingRow#rank()}; negative: all
 */
record FindingFilter(int rank, String text) {
    /** How the kinds are called where somebody leads to them. */
    static final String ALL_FINDINGS = "";

    static final String NOT_KNOWN = "not known";

    static final FindingFilter ALL = new FindingFilter(-1, "");

    static FindingFilter of(int segment, String text) {
        return new FindingFilter(segment - 1, text.strip().toLowerCase(Locale.ROOT));
    }

    /** The segment that is meant by such a name; the first, of all, where it is none. */
    static int segment(String name) {
        if (name.equals(NOT_KNOWN)) {
            return FindingRow.NOT_KNOWN + 1;
        }
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.name().equalsIgnoreCase(name))
                .findFirst()
                .map(severity -> severity.ordinal() + 1)
                .orElse(0);
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
