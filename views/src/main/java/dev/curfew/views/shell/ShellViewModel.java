package dev.curfew.views.shell;

import dev.curfew.views.kit.Tasks;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The frame's state: fed by whoever knows the connections, joined with the running tasks. */
public final class ShellViewModel {
    private final ReadOnlyObjectWrapper<ShellState> state =
            new ReadOnlyObjectWrapper<>(ShellState.EMPTY);
    private final ReadOnlyBooleanWrapper railCollapsed = new ReadOnlyBooleanWrapper();
    private Optional<Boolean> wanted = Optional.empty();
    private final Tasks tasks;

    /** Lives as long as {@code tasks}. */
    public ShellViewModel(Tasks tasks) {
        this.tasks = tasks;
        tasks.shownProperty().subscribe(running -> state.set(state.get().withTasks(running)));
    }

    public ReadOnlyObjectProperty<ShellState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty railCollapsedProperty() {
        return railCollapsed.getReadOnlyProperty();
    }

    /** Whatever room there is, from now on. */
    public void toggleRail() {
        wanted = Optional.of(!railCollapsed.get());
        railCollapsed.set(wanted.get());
    }

    /** Where the page needs the rail's room, as with large text, it collapses by itself. */
    void setNarrow(boolean now) {
        railCollapsed.set(wanted.orElse(now));
    }

    /** Takes everything but the tasks, which are known here. */
    public void update(ShellState next) {
        state.set(next.withTasks(tasks.shownProperty().get()));
    }
}
