package dev.curfew.estate;

import dev.curfew.identity.Selector;
import dev.curfew.query.TextMatch;
import java.util.function.Predicate;

/** Compares a word with selectors without putting each one's text together. */
final class SelectorMatch {
    private SelectorMatch() {}

    /**
     * @param match the word's own test
     */
    static Predicate<Selector> of(String word, Predicate<String> match) {
        if (word.indexOf('*') >= 0) {
            return selector -> match.test(selector.toString());
        }
        int colon = word.indexOf(':');
        if (colon < 0) {
            return selector -> match.test(selector.value()) || match.test(selector.type());
        }
        // "k8s:ns" is the end of a type and the beginning of a value, or stands within a value.
        String end = word.substring(0, colon);
        String begin = word.substring(colon + 1);
        Predicate<String> inValue = TextMatch.has(word);
        return selector ->
                selector.type()
                                        .regionMatches(
                                                true,
                                                selector.type().length() - end.length(),
                                                end,
                                                0,
                                                end.length())
                                && selector.value().regionMatches(true, 0, begin, 0, begin.length())
                        || inValue.test(selector.value());
    }
}
