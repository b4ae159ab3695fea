package dev.curfew.views.table;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;

/**
 * Columns that make room where there is none for all, and come back when there is: a list that must
 * be scrolled sideways hides what stands at its end. Whoever asks for one of them gets it.
 */
final class Yielding<R> {
    private final Set<TableColumn<R, ?>> gone = new HashSet<>();
    private final Set<TableColumn<R, ?>> askedFor = new HashSet<>();

    /** Whether it is on screen, or would be with more room. */
    boolean isWanted(TableColumn<R, ?> column) {
        return column.isVisible() || gone.contains(column);
    }

    /** After the operator has changed something: what is back although there was no room stays. */
    void keepWhatWasAskedFor() {
        gone.stream().filter(TableColumn::isVisible).forEach(askedFor::add);
        gone.removeAll(askedFor);
        askedFor.removeIf(column -> !column.isVisible());
    }

    /**
     * @param least how narrow a column may be
     */
    void fit(
            Collection<TableColumn<R, ?>> columns,
            double room,
            ToDoubleFunction<TableColumn<R, ?>> least) {
        List<TableColumn<R, ?>> wanted = columns.stream().filter(this::isWanted).toList();
        double needed = wanted.stream().mapToDouble(least).sum();
        Set<TableColumn<R, ?>> going = new HashSet<>();
        for (TableColumn<R, ?> column : candidates(wanted)) {
            if (needed > room) {
                needed -= least.applyAsDouble(column);
                going.add(column);
            }
        }
        gone.clear();
        gone.addAll(going);
        wanted.forEach(column -> column.setVisible(!going.contains(column)));
    }

    private List<TableColumn<R, ?>> candidates(List<TableColumn<R, ?>> wanted) {
        return wanted.stream()
                .filter(column -> rank(column) > 0 && !askedFor.contains(column))
                .sorted(Comparator.comparingInt(Yielding::rank))
                .toList();
    }

    private static int rank(TableColumn<?, ?> column) {
        return column.getUserData() instanceof Column<?> known ? known.yields() : 0;
    }
}
