package dev.curfew.views.query;

import java.util.List;
import java.util.Optional;

/** What a query language tells its field. Quick: asked on the JavaFX thread at each key. */
public interface QueryHelp {
    /** What may stand at the caret, best first. */
    List<Completion> completionsAt(String text, int caret);

    /** What is wrong with it, if something is. */
    Optional<Problem> check(String text);

    /**
     * A text that may stand here.
     *
     * @param from first character that it replaces
     * @param to behind the last one
     */
    record Completion(int from, int to, String insert, String label, String detail) {}

    /**
     * A mistake and its place.
     *
     * @param from first wrong character; may be the text's length when something is missing
     * @param to behind the last one
     */
    record Problem(int from, int to, String message) {}

    /** Plain words: nothing to complete, nothing wrong. */
    QueryHelp NONE =
            new QueryHelp() {
                @Override
                public List<Completion> completionsAt(String text, int caret) {
                    return List.of();
                }

                @Override
                public Optional<Problem> check(String text) {
                    return Optional.empty();
                }
            };
}
