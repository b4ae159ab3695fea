package dev.curfew.views.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The list of shown tasks; JavaFX thread only. */
final class ShownTasks {
    private final ReadOnlyObjectWrapper<List<TaskState>> tasks =
            new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<List<TaskState>> property() {
        return tasks.getReadOnlyProperty();
    }

    void add(TaskState task) {
        List<TaskState> next = new ArrayList<>(tasks.get());
        next.add(task);
        tasks.set(List.copyOf(next));
    }

    void update(long id, double fraction, String note) {
        tasks.set(
                tasks.get().stream()
                        .map(task -> task.id() == id ? task.at(fraction, note) : task)
                        .toList());
    }

    void remove(long id) {
        tasks.set(tasks.get().stream().filter(task -> task.id() != id).toList());
    }
}
