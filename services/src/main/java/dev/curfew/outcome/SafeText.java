package dev.curfew.outcome;

/**
 * Text of a server is hostile input: control and bidirectional characters could move a terminal's
 * cursor or turn a line around, so they are shown as what they are. Pure.
 */
public final class SafeText {
    private SafeText() {}

    public static String of(String text) {
        if (text.chars().noneMatch(SafeText::isHidden)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.chars()
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
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
