package dev.curfew.app.window;

import dev.curfew.views.kit.TaskState;
import dev.curfew.views.kit.Tasks;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Does small work at once, on the thread that asks; of work that would be shown, only its title is
 * told.
 */
final class AtOnceTasks implements Tasks {
    private final Consumer<String> shown;

    AtOnceTasks(Consumer<String> shown) {
        this.shown = shown;
    }

    @Override
    public <T> Running start(
            String name,
            Callable<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        try {
            done.accept(work.call());
        } catch (Exception e) {
            crashed.accept(e);
        }
        return Running.NONE;
    }

    @Override
    public <T> Running startShown(
            String title,
            Work<T> work,
            Consumer<? super T> done,
            Consumer<? super Throwable> crashed) {
        shown.accept(title);
        return Running.NONE;
    }

    @Override
    public ReadOnlyObjectProperty<List<TaskState>> shownProperty() {
        return new ReadOnlyObjectWrapper<>(List.<TaskState>of()).getReadOnlyProperty();
    }
}
