package dev.curfew.app.window;

import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Tasks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Tasks that know whether any is under way: pictures are drawn when none is. */
final class CountedTasks implements Tasks {
    private final Tasks tasks;
    private final AtomicInteger running = new AtomicInteger();

    CountedTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    boolean isQuiet() {
        return running.get() == 0;
    }

    @Override
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        Counted counted = new Counted();
        return counted.around(tasks.start(name, work, counted.then(done), counted.then(crashed)));
    }

    @Override
    public <T> Running startShown(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        Counted counted = new Counted();
        return counted.around(
                tasks.startShown(title, work, counted.then(done), counted.then(crashed)));
    }

    @Override
    public ReadOnlyObjectProperty<List<TaskState>> shownProperty() {
        return tasks.shownProperty();
    }

    /** One task, counted until it ends in whichever way, once. */
    private final class Counted {
        private boolean open = true;

        Counted() {
            running.incrementAndGet();
        }

        <V> Consumer<V> then(Consumer<? super V> next) {
            return value -> {
                next.accept(value);
                end();
            };
        }

        Running around(Running inner) {
            return () -> {
                inner.cancel();
                end();
            };
        }

        private synchronized void end() {
            if (open) {
                open = false;
                running.decrementAndGet();
            }
        }
    }
}
