package dev.curfew.text;

import dev.curfew.outcome.Failure;

/**
 * A failure in sentences: what happened, why, and what to do next. Window and command line show the
 * same ones.
 */
public record Explanation(String what, String why, String next) {
    public static Explanation of(Failure failure, Texts texts) {
        String key = "failure." + failure.reason().name();
        String detail =
                failure.detail().isEmpty() ? texts.get("failure.noDetail") : failure.detail();
        return new Explanation(
                texts.get(key + ".what", failure.subject(), detail),
                texts.get(key + ".why", failure.subject(), detail),
                texts.get(key + ".next", failure.subject(), detail));
    }

    public String asParagraph() {
        return what + " " + why + " " + next;
    }
}
