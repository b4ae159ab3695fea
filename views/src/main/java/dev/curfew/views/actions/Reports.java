package dev.curfew.views.actions;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What was done since the window opened, newest first. JavaFX thread only. */
final class Reports {
    private static final int MOST = 100;

    private final ReadOnlyObjectWrapper<List<SessionReport>> all =
            new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyObjectProperty<List<SessionReport>> all() {
        return all.getReadOnlyProperty();
    }

    void add(SessionReport report) {
        List<SessionReport> next = new ArrayList<>(all.get());
        next.addFirst(report);
        all.set(List.copyOf(next.subList(0, Math.min(MOST, next.size()))));
    }
}
