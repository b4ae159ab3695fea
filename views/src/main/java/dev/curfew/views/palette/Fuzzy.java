package dev.curfew.views.palette;

import java.util.Locale;
import java.util.OptionalInt;

/** Whether a few letters mean a text, and how well: higher is better. */
public final class Fuzzy {
    private static final int WHOLE = 1_000;
    private static final int START = 600;
    private static final int WORD_START = 400;
    private static final int INSIDE = 200;

    private Fuzzy() {}

    /** The letters may be scattered, but must come in their order; each word is looked for. */
    public static OptionalInt score(String letters, String text) {
        String wanted = letters.strip().toLowerCase(Locale.ROOT);
        String searched = text.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return OptionalInt.of(0);
        }
        int at = searched.indexOf(wanted);
        if (at >= 0) {
            return OptionalInt.of(contained(wanted, searched, at));
        }
        return scattered(wanted, searched);
    }

    private static int contained(String wanted, String searched, int at) {
        if (wanted.length() == searched.length()) {
            return WHOLE;
        }
        int base = at == 0 ? START : startsWord(searched, at) ? WORD_START : INSIDE;
        return base - Math.min(100, searched.length() - wanted.length());
    }

    private static OptionalInt scattered(String wanted, String searched) {
        int from = 0;
        int score = 0;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int found = searched.indexOf(letter, from);
            if (found < 0) {
                return OptionalInt.empty();
            }
            score +=
                    startsWord(searched, found)
                            ? 12
                            : found == from ? 6 : -Math.min(4, found - from);
            from = found + 1;
        }
        return OptionalInt.of(Math.clamp(score, 1, INSIDE - 101));
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
