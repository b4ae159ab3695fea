package dev.curfew.text;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The visible sentences of one module, by key. Gaps are {0}, {1}, …, and {0:entry|entries} says the
 * first where {0} is 1 and else the second; unlike MessageFormat an apostrophe is an apostrophe.
 * Any thread.
 */
public final class Texts {
    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The sentences in the resource {@code base}, such as {@code dev.curfew.text.services}. */
    public static Texts load(String base, Locale locale) {
        return new Texts(
                ResourceBundle.getBundle(
                        base,
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The sentences of the services: failures, warnings, terms of bounds. */
    public static Texts ofServices() {
        return load("dev.curfew.text.services", Locale.ROOT);
    }

    /**
     * The sentence with its gaps filled; a missing key shows as itself, so that nothing breaks in
     * an incident.
     */
    public String get(String key, Object... arguments) {
        String pattern;
        try {
            pattern = bundle.getString(key);
        } catch (MissingResourceException e) {
            return key;
        }
        return fill(pattern, arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    private static String fill(String pattern, Object... arguments) {
        StringBuilder out = new StringBuilder(pattern.length() + 32);
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            String filled = close < 0 ? null : gap(pattern.substring(open + 1, close), arguments);
            if (filled == null) {
                out.append(pattern, from, open + 1);
                from = open + 1;
            } else {
                out.append(pattern, from, open).append(filled);
                from = close + 1;
            }
        }
        return out.append(pattern, from, pattern.length()).toString();
    }

    /** Null where that is no gap, but a brace of the sentence itself. */
    private static @Nullable String gap(String inside, Object... arguments) {
        int index = inside.isEmpty() ? -1 : inside.charAt(0) - '0';
        if (index < 0 || index >= arguments.length) {
            return null;
        }
        String argument = String.valueOf(arguments[index]);
        if (inside.length() == 1) {
            return argument;
        }
        int bar = inside.indexOf('|');
        if (inside.charAt(1) != ':' || bar < 0) {
            return null;
        }
        return argument.equals("1") ? inside.substring(2, bar) : inside.substring(bar + 1);
    }
}
