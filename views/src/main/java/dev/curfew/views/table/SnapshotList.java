package dev.curfew.views.table;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * An immutable list as JavaFX wants to see it. A new snapshot replaces the old one in one change,
 * and nothing is copied.
 */
final class SnapshotList<R> extends ObservableListBase<R> {
    private List<R> rows = List.of();

    void replace(List<R> next) {
        beginChange();
        List<R> before = rows;
        rows = next;
        nextReplace(0, next.size(), before);
        endChange();
    }

    @Override
    public R get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
