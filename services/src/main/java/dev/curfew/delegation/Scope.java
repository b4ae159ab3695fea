package dev.curfew.delegation;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that a grant lets its holder do. An empty one lets it do nothing; not knowing is no scope.
 */
public record Scope(SortedSet<Permission> permissions) {
    public static final Scope NOTHING = new Scope(new TreeSet<>());

    public Scope {
        permissions = Collections.unmodifiableSortedSet(new TreeSet<>(permissions));
    }

    public static Scope of(Permission... permissions) {
        return new Scope(new TreeSet<>(List.of(permissions)));
    }

    public static Scope of(Collection<Permission> permissions) {
        return new Scope(new TreeSet<>(permissions));
    }

    public boolean covers(Permission asked) {
        return permissions.contains(asked)
                || permissions.stream().anyMatch(held -> held.covers(asked));
    }

    /** What this has and the other does not: where this one is wider. */
    public List<Permission> beyond(Scope other) {
        return permissions.stream().filter(held -> !other.covers(held)).toList();
    }

    public String display() {
        return permissions.stream().map(Permission::display).collect(Collectors.joining(", "));
    }
}
