package dev.curfew.views.list;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** An immutable list of rows, each made when it is asked for. */
final class RowList<R> extends AbstractList<R> implements RandomAccess {
    private final int size;
    private final IntUnaryOperator number;
    private final IntFunction<R> row;

    private RowList(int size, IntUnaryOperator number, IntFunction<R> row) {
        this.size = size;
        this.number = number;
        this.row = row;
    }

    static <R> List<R> of(int size, IntFunction<R> row) {
        return new RowList<>(size, index -> index, row);
    }

    static <R> List<R> of(int[] numbers, IntFunction<R> row) {
        return new RowList<>(numbers.length, index -> numbers[index], row);
    }

    @Override
    public R get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return row.apply(number.applyAsInt(index));
    }

    @Override
    public int size() {
        return size;
    }
}
