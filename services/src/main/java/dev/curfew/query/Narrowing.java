package dev.curfew.query;

import java.util.List;

/** Whether a query can only find what an earlier one found. Pure. */
public final class Narrowing {
    private Narrowing() {}

    /**
     * True where every row that {@code after} finds was found by {@code before}, as far as the
     * texts tell: words were added, or the last free word grew. False is always safe.
     */
    public static boolean narrows(String before, String after) {
        List<Words.Word> old = Words.split(before);
        List<Words.Word> now = Words.split(after);
        if (old.size() > now.size() || unclosed(old) || unclosed(now)) {
            return false;
        }
        for (int i = 0; i < old.size(); i++) {
            if (!narrows(old.get(i), now.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean narrows(Words.Word before, Words.Word after) {
        boolean same =
                before.body().equals(after.body())
                        && before.negated() == after.negated()
                        && before.operator().equals(after.operator());
        return same || free(before) && free(after) && after.body().startsWith(before.body());
    }

    /** A word that is looked for as it is. A star or a whole SPIFFE ID is matched differently. */
    private static boolean free(Words.Word word) {
        return word.operator().isEmpty()
                && !word.negated()
                && word.body().indexOf('*') < 0
                && word.body().indexOf(':') < 0;
    }

    private static boolean unclosed(List<Words.Word> words) {
        return words.stream().anyMatch(Words.Word::unclosed);
    }
}
