package dev.curfew.delegation;

import java.util.Comparator;

/**
 * One thing that a grant lets its holder do.
 *
 * @param action such as {@code use}, {@code read}, {@code write}; {@code *} stands for all
 * @param resource such as {@code tool:mail}; {@code *} stands for all
 */
public record Permission(String action, String resource) implements Comparable<Permission> {
    public static final String ALL = "*";
    private static final Comparator<Permission> ORDER =
            Comparator.comparing(Permission::resource).thenComparing(Permission::action);

    public static Permission use(Party target) {
        return new Permission("use", target.display());
    }

    /** An OAuth scope: a word that says all by itself. */
    public static Permission scope(String word) {
        return new Permission(word, ALL);
    }

    /** Whether holding this includes the other; who writes may also read. */
    public boolean covers(Permission other) {
        boolean sameResource = resource.equals(other.resource);
        boolean actionFits =
                action.equals(other.action)
                        || action.equals(ALL)
                        || (action.equals("write") && other.action.equals("read"));
        return actionFits && (sameResource || (resource.equals(ALL) && action.equals(ALL)));
    }

    public String display() {
        return resource.equals(ALL) ? action : action + " " + resource;
    }

    @Override
    public int compareTo(Permission other) {
        return ORDER.compare(this, other);
    }
}
