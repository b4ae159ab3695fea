package dev.curfew.lab.spiffe;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** What the real server takes for a DNS name: more than it should, for instance {@code a b}. */
public final class DnsNames {
    private DnsNames() {}

    /**
     * Checks a name, which may begin with one wildcard label.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    public static void check(String name) {
        if (!name.chars().allMatch(c -> c < 128)) {
            throw new IllegalArgumentException("name must be ascii");
        }
        var wildcards = name.chars().filter(c -> c == '*').count();
        if (wildcards > 1) {
            throw new IllegalArgumentException("too many wildcards");
        }
        if (wildcards == 1 && !name.startsWith("*.")) {
            throw new IllegalArgumentException("wildcard must be first label");
        }
        checkPlain((wildcards == 1 ? name.substring(2) : name).strip());
    }

    private static void checkPlain(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("empty or only whitespace");
        }
        if (name.endsWith(".")) {
            throw new IllegalArgumentException("domain ends with dot");
        }
        for (var label : List.of(name.split("\\.", -1))) {
            if (isBad(label)) {
                throw badLabel(label);
            }
        }
        if (name.length() > 253) {
            throw badLabel(name);
        }
    }

    private static boolean isBad(String label) {
        return label.isEmpty()
                || label.length() > 63
                || label.startsWith("-")
                || label.endsWith("-")
                || label.length() > 4 && label.startsWith("--", 2);
    }

    private static IllegalArgumentException badLabel(String label) {
        return new IllegalArgumentException("idna error\nidna: invalid label \"" + label + "\"");
    }

    /**
     * Refuses a name that a wildcard of the same list covers already.
     *
     * @throws IllegalArgumentException with the real server's text
     */
    public static void checkNoOverlap(Collection<String> names) {
        var all = new HashSet<>(names);
        for (var name : names) {
            var dot = name.indexOf('.');
            var covering = "*" + (dot < 0 ? "" : name.substring(dot));
            if (!name.startsWith("*") && all.contains(covering)) {
                throw new IllegalArgumentException(
                        "name \"%s\" overlaps with an existing wildcard name in the list: wildcard overlap"
                                .formatted(name));
            }
        }
    }
}
