package dev.curfew.views.table;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * One column of a table of {@code R}.
 *
 * @param id stable; what is remembered goes by it
 * @param text what the cell says; also what is read out
 * @param exported what stands in a file: dates in full, where a cell says how long ago
 * @param order ascending
 * @param mono for IDs, serials and selectors
 * @param graphic makes what a cell shows besides its text; one per cell, reused while scrolling
 * @param style a pseudo-class of the cell that depends on the row, or an empty string
 * @param width in pixels at 100 % text
 * @param grows takes the width that is left over
 * @param yields where there is no room for all columns, those with a 1 go first, then those with a
 *     2, and so on; 0: it stays
 */
public record Column<R>(
        String id,
        String title,
        Function<? super R, String> text,
        Function<? super R, String> exported,
        Comparator<? super R> order,
        Align align,
        boolean mono,
        Optional<Supplier<CellGraphic<R>>> graphic,
        Function<? super R, String> style,
        boolean shown,
        double width,
        boolean grows,
        int yields) {

    public enum Align {
        LEFT,
        RIGHT
    }

    /** Text at the left, ordered as text without regard to case. */
    public static <R> Column<R> text(
            String id, String title, double width, Function<? super R, String> text) {
        return new Column<>(
                id,
                title,
                text,
                text,
                Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER),
                Align.LEFT,
                false,
                Optional.empty(),
                row -> "",
                true,
                width,
                false,
                0);
    }

    /** Something countable at the right, ordered by its number. */
    public static <R> Column<R> number(
            String id,
            String title,
            double width,
            ToLongFunction<? super R> number,
            Function<? super R, String> text) {
        Column<R> column = text(id, title, width, text);
        return column.orderedBy(Comparator.comparingLong(number)).right();
    }

    public Column<R> orderedBy(Comparator<? super R> newOrder) {
        return new Column<>(
                id, title, text, exported, newOrder, align, mono, graphic, style, shown, width,
                grows, yields);
    }

    public Column<R> exportedAs(Function<? super R, String> newExported) {
        return new Column<>(
                id,
                title,
                text,
                newExported,
                order,
                align,
                mono,
                graphic,
                style,
                shown,
                width,
                grows,
                yields);
    }

    public Column<R> right() {
        return new Column<>(
                id,
                title,
                text,
                exported,
                order,
                Align.RIGHT,
                mono,
                graphic,
                style,
                shown,
                width,
                grows,
                yields);
    }

    public Column<R> inMono() {
        return new Column<>(
                id, title, text, exported, order, align, true, graphic, style, shown, width, grows,
                yields);
    }

    public Column<R> drawn(Supplier<CellGraphic<R>> newGraphic) {
        return new Column<>(
                id,
                title,
                text,
                exported,
                order,
                align,
                mono,
                Optional.of(newGraphic),
                style,
                shown,
                width,
                grows,
                yields);
    }

    public Column<R> styled(Function<? super R, String> newStyle) {
        return new Column<>(
                id, title, text, exported, order, align, mono, graphic, newStyle, shown, width,
                grows, yields);
    }

    /** Only shown once the operator asks for it. */
    public Column<R> hidden() {
        return new Column<>(
                id, title, text, exported, order, align, mono, graphic, style, false, width, grows,
                yields);
    }

    public Column<R> growing() {
        return new Column<>(
                id, title, text, exported, order, align, mono, graphic, style, shown, width, true,
                yields);
    }

    /** Makes room for others in a narrow table; {@code rank} 1 goes first. */
    public Column<R> yielding(int rank) {
        return new Column<>(
                id, title, text, exported, order, align, mono, graphic, style, shown, width, grows,
                rank);
    }
}
