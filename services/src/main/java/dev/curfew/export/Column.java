package dev.curfew.export;

import java.util.function.Function;

/**
 * One column of a table.
 *
 * @param name as {@code --columns} takes it, where there is one the same word as in queries
 * @param text for people
 * @param raw for programs: whole seconds, ISO times, true or false, lists with blanks between
 */
public record Column<R>(String name, Function<R, String> text, Function<R, String> raw) {

    /** A column that people and programs read alike. */
    static <R> Column<R> same(String name, Function<R, String> text) {
        return new Column<>(name, text, text);
    }

    static <R> Column<R> flag(String name, Function<R, Boolean> flag) {
        return new Column<>(
                name, row -> flag.apply(row) ? "yes" : "", row -> String.valueOf(flag.apply(row)));
    }
}
