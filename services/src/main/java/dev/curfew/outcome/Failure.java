package dev.curfew.outcome;

/**
 * Why something could not be done. The sentences for it ({@code failure.REASON.what}, {@code .why},
 * {@code .next}) are chosen by the reason; {@code subject} and {@code detail} fill their gaps as
 * {0} and {1}.
 *
 * @param subject what it concerns: a target, an entry, a method, a field's text
 * @param detail what the other side said, cleaned of control characters and cut; may be empty;
 *     never a secret
 */
public record Failure(Reason reason, String subject, String detail) {
    private static final int LONGEST_DETAIL = 600;

    public Failure {
        subject = clean(subject);
        detail = clean(detail);
    }

    public static Failure of(Reason reason, String subject) {
        return new Failure(reason, subject, "");
    }

    private static String clean(String text) {
        return SafeText.of(
                text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…");
    }
}
