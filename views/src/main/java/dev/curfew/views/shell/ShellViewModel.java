package dev.curfew.views.shell;

import dev.curfew.views.kit.Tasks;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The frame's state: fed by whoever knows the connections, joined with the running tasks. */
public final class ShellViewModel {
    private final ReadOnlyObjectWrapper<ShellState> state =
            new ReadOnlyObjectWrapper<>(ShellState.EMPTY);
    private final BooleanProperty railCollapsed = new SimpleBooleanProperty();
    private final Tasks tasks;

    /** Lives as long as {@code tasks}. */
    public ShellViewModel(Tasks tasks) {
        this.tasks = tasks;
        tasks.shownProperty().subscribe(running -> state.set(state.get().withTasks(running)));
    }

    public ReadOnlyObjectProperty<ShellState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public BooleanProperty railCollapsedProperty() {
        return railCollapsed;
    }

    public void toggleRail() {
        railCollapsed.set(!railCollapsed.get());
    }

    /** Takes everything but the tasks, which are known here. */
    public void update(ShellState next) {
        state.set(next.withTasks(tasks.shownProperty().get()));
    }
}
