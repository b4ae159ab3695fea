package dev.curfew.views.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.views.testing.ManualTasks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SorterTest {
    private final ManualTasks tasks = new ManualTasks();
    private final List<List<Integer>> arrived = new ArrayList<>();
    private final Sorter<Integer> sorter = new Sorter<>(tasks, arrived::add);

    @Test
    void withoutAnOrderTheListIsTakenAsItIs() {
        List<Integer> rows = many();
        sorter.setRows(rows);
        assertThat(arrived.getLast()).isSameAs(rows);
    }

    @Test
    void sortsAShortListAtOnce() {
        sorter.setRows(List.of(3, 1, 2));
        sorter.setOrder(Comparator.naturalOrder());
        assertThat(arrived.getLast()).containsExactly(1, 2, 3);
        assertThat(tasks.waiting()).isZero();
    }

    @Test
    void sortsALongListElsewhereAndOnlyTheNewestOrderArrives() {
        sorter.setRows(many());
        arrived.clear();
        sorter.setOrder(Comparator.naturalOrder());
        sorter.setOrder(Comparator.reverseOrder());
        assertThat(arrived).isEmpty();
        tasks.runAll();
        assertThat(arrived).hasSize(1);
        assertThat(arrived.getLast().getFirst()).isEqualTo(Sorter.LONG);
    }

    private static List<Integer> many() {
        return IntStream.rangeClosed(0, Sorter.LONG).boxed().toList();
    }
}
