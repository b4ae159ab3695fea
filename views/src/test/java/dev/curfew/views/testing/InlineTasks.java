package dev.curfew.views.testing;

import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Tasks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Runs everything at once, on the caller's thread. */
public final class InlineTasks implements Tasks {
    private final ReadOnlyObjectWrapper<List<TaskState>> shown =
            new ReadOnlyObjectWrapper<>(List.of());

    @Override
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        T value;
        try {
            value = work.call();
        } catch (Exception failure) {
            crashed.accept(failure);
            return Running.NONE;
        }
        done.accept(value);
        return Running.NONE;
    }

    @Override
    public <T> Running startShown(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        return start(title, () -> work.run((fraction, note) -> {}), done, crashed);
    }

    @Override
    public ReadOnlyObjectProperty<List<TaskState>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Shows these as running. */
    public void pretend(List<TaskState> tasks) {
        shown.set(tasks);
    }
}
