package dev.curfew.query;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How text is compared: contained, equal, or with {@code *} for anything; capitals count only if
 * typed.
 */
public final class TextMatch {
    private TextMatch() {}

    /** Contained somewhere, or the whole by pattern where {@code wanted} has a {@code *}. */
    public static Predicate<String> has(String wanted) {
        return wanted.indexOf('*') >= 0 ? pattern(wanted) : contains(wanted);
    }

    /** The whole text, {@code *} allowed. */
    public static Predicate<String> equal(String wanted) {
        return wanted.indexOf('*') >= 0
                ? pattern(wanted)
                : hasCapitals(wanted) ? wanted::equals : wanted::equalsIgnoreCase;
    }

    private static Predicate<String> pattern(String wanted) {
        StringBuilder regex = new StringBuilder();
        for (String part : wanted.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        // An empty first part would leave out its star.
        String whole = wanted.startsWith("*") ? ".*" + regex : regex.toString();
        return Pattern.compile(
                        whole,
                        Pattern.DOTALL | (hasCapitals(wanted) ? 0 : Pattern.CASE_INSENSITIVE))
                .asMatchPredicate();
    }

    private static Predicate<String> contains(String wanted) {
        if (wanted.isEmpty()) {
            return _ -> true;
        }
        if (hasCapitals(wanted)) {
            return text -> text.contains(wanted);
        }
        char small = wanted.charAt(0);
        char capital = Character.toUpperCase(small);
        return text -> contains(text, wanted, small, capital);
    }

    /**
     * Without regard to capitals. Looks for the first letter alone, which the JVM does many
     * characters at a time: a list of 100,000 is searched at each key stroke.
     */
    private static boolean contains(String text, String wanted, char small, char capital) {
        int last = text.length() - wanted.length();
        for (int at = text.indexOf(small);
                at >= 0 && at <= last;
                at = text.indexOf(small, at + 1)) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        if (capital == small) {
            return false;
        }
        for (int at = text.indexOf(capital);
                at >= 0 && at <= last;
                at = text.indexOf(capital, at + 1)) {
            if (text.regionMatches(true, at, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasCapitals(String text) {
        return !text.equals(text.toLowerCase(Locale.ROOT));
    }
}
