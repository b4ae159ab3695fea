package dev.curfew.views.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where the window is, and where it was. JavaFX thread only. */
public final class Navigator {
    private static final int LONGEST = 100;

    private final ReadOnlyObjectWrapper<Optional<Location>> here =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Location> behind = new ArrayDeque<>();
    private final Deque<Location> ahead = new ArrayDeque<>();

    public ReadOnlyObjectProperty<Optional<Location>> hereProperty() {
        return here.getReadOnlyProperty();
    }

    public void go(String screen) {
        go(Location.of(screen));
    }

    /** To the same place again is no step. */
    public void go(Location location) {
        Optional<Location> before = here.get();
        if (before.equals(Optional.of(location))) {
            return;
        }
        before.ifPresent(behind::push);
        if (behind.size() > LONGEST) {
            behind.removeLast();
        }
        ahead.clear();
        here.set(Optional.of(location));
    }

    /** In place of where one is, to which Back does not lead again. */
    public void goInstead(Location location) {
        ahead.clear();
        here.set(Optional.of(location));
    }

    public boolean canGoBack() {
        return !behind.isEmpty();
    }

    public boolean canGoForward() {
        return !ahead.isEmpty();
    }

    public void back() {
        step(behind, ahead);
    }

    public void forward() {
        step(ahead, behind);
    }

    private void step(Deque<Location> from, Deque<Location> to) {
        Location next = from.poll();
        if (next != null) {
            here.get().ifPresent(to::push);
            here.set(Optional.of(next));
        }
    }
}
