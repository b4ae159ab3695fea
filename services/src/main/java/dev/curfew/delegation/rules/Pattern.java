package dev.curfew.delegation.rules;

import java.util.List;

/**
 * A name, in which {@code *} stands for anything. Takes linear time for any text, unlike a regular
 * expression that somebody else wrote.
 */
public record Pattern(String text) {

    public boolean matches(String name) {
        if (text.equals("*")) {
            return true;
        }
        List<String> parts = List.of(text.split("\\*", -1));
        if (parts.size() == 1) {
            return name.equals(text);
        }
        if (!name.startsWith(parts.getFirst())) {
            return false;
        }
        int at = parts.getFirst().length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0) {
                return false;
            }
            at = found + part.length();
        }
        String last = parts.getLast();
        return name.length() - last.length() >= at && name.endsWith(last);
    }

    static boolean any(List<Pattern> patterns, String... names) {
        for (Pattern pattern : patterns) {
            for (String name : names) {
                if (pattern.matches(name)) {
                    return true;
                }
            }
        }
        return false;
    }
}
