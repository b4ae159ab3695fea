package dev.curfew.views.kit;

import dev.curfew.outcome.Failure;
import dev.curfew.text.Explanation;
import dev.curfew.text.Texts;

/** Failures in the sentences that the command line uses, too. */
public final class Explanations {
    private static final Texts SERVICES = Texts.ofServices();

    private Explanations() {}

    public static Explanation of(Failure failure) {
        return Explanation.of(failure, SERVICES);
    }

    /** What the other side said, as a sentence of its own: for a message beside a field. */
    public static String detail(Failure failure) {
        String detail = failure.detail();
        if (detail.isEmpty()) {
            return of(failure).why();
        }
        String sentence = Character.toUpperCase(detail.charAt(0)) + detail.substring(1);
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
