package dev.curfew.query;

import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Reason;

/** What came of reading a query. */
public sealed interface Parsed {
    record Good(Query query) implements Parsed {}

    /**
     * @param from where the wrong word begins in the text, and {@code to} where it ends (exclusive)
     * @param message what is wrong, in a few words
     */
    record Wrong(String text, int from, int to, String message) implements Parsed {
        public Failure asFailure() {
            return new Failure(
                    Reason.INVALID_QUERY,
                    text,
                    message
                            + " (at character "
                            + (from + 1)
                            + ": "
                            + text.substring(from, to)
                            + ")");
        }
    }
}
