package dev.curfew.evidence.pack;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of files for states; operations and subjects may be any text. One pack, one thread. */
final class StateNames {
    private static final int LONGEST = 50;

    private final String root;
    private final Set<String> taken = new HashSet<>();

    /**
     * @param root the operation that the pack is about
     */
    StateNames(String root) {
        this.root = root;
    }

    /** {@code states/before.json}, or {@code states/3/before.json} for a step's. */
    String of(String operation, String subject) {
        String step =
                operation.length() > root.length() + 1
                        ? plain(operation.substring(root.length() + 1)) + "/"
                        : "";
        String base = "states/" + step + plain(subject);
        String name = base + ".json";
        for (int i = 2; !taken.add(name); i++) {
            name = base + "-" + i + ".json";
        }
        return name;
    }

    private static String plain(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = letters.length() <= LONGEST ? letters : letters.substring(0, LONGEST);
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "state" : trimmed;
    }
}
