package dev.curfew.views.testing;

import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Keeps started work until the test runs it, one by one: for races and late answers. */
public final class ManualTasks implements Tasks {
    private final ReadOnlyObjectWrapper<List<TaskState>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final List<Runnable> waiting = new ArrayList<>();

    @Override
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        AtomicBoolean open = new AtomicBoolean(true);
        waiting.add(() -> {
            if (open.getAndSet(false)) {
                new InlineTasks().start(name, work, done, crashed);
            }
        });
        return () -> open.set(false);
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

    public int waiting() {
        return waiting.size();
    }

    /** Runs the oldest that waits; work that was cancelled does nothing. */
    public void runNext() {
        waiting.removeFirst().run();
    }

    public void runAll() {
        while (!waiting.isEmpty()) {
            runNext();
        }
    }
}
