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

    /**
     * Text of a server is hostile input: control and bidirectional characters are shown as what
     * they are.
     */
    private static String clean(String text) {
        String shown =
                text.length() <= LONGEST_DETAIL ? text : text.substring(0, LONGEST_DETAIL) + "…";
        if (shown.chars().noneMatch(Failure::isHidden)) {
            return shown;
        }
        StringBuilder out = new StringBuilder(shown.length() + 16);
        shown.chars()
                .forEach(c -> {
                    if (isHidden(c)) {
                        out.append(String.format("\\u%04x", c));
                    } else {
                        out.append((char) c);
                    }
                });
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
