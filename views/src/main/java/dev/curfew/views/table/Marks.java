package dev.curfew.views.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The marked rows by key, so that they outlive every refresh. JavaFX thread only. */
public final class Marks {
    private final ReadOnlyObjectWrapper<Set<String>> keys = new ReadOnlyObjectWrapper<>(Set.of());
    private @Nullable String anchor;

    public ReadOnlyObjectProperty<Set<String>> keysProperty() {
        return keys.getReadOnlyProperty();
    }

    public boolean has(String key) {
        return keys.get().contains(key);
    }

    public boolean isEmpty() {
        return keys.get().isEmpty();
    }

    public void toggle(String key) {
        Set<String> next = copy();
        if (!next.remove(key)) {
            next.add(key);
        }
        anchor = key;
        set(next);
    }

    /** Marks everything from the last toggled row to this one, in the order shown. */
    public void markTo(String key, List<String> shown) {
        int from = anchor == null ? -1 : shown.indexOf(anchor);
        int to = shown.indexOf(key);
        if (from < 0 || to < 0) {
            toggle(key);
            return;
        }
        Set<String> next = copy();
        next.addAll(shown.subList(Math.min(from, to), Math.max(from, to) + 1));
        set(next);
    }

    public void markAll(List<String> shown) {
        Set<String> next = copy();
        next.addAll(shown);
        set(next);
    }

    public void clear() {
        anchor = null;
        set(Set.of());
    }

    /** Forgets marks of rows that are gone for good. */
    public void keepOnly(Set<String> existing) {
        if (!existing.containsAll(keys.get())) {
            Set<String> next = copy();
            next.retainAll(existing);
            set(next);
        }
    }

    private Set<String> copy() {
        return new LinkedHashSet<>(keys.get());
    }

    private void set(Set<String> next) {
        keys.set(java.util.Collections.unmodifiableSet(next));
    }
}
