package dev.curfew.evidence.report;

/** Shortens what is too long to be read; the pack has all of it. Pure. */
final class Cut {
    private Cut() {}

    static String to(int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (+" + (text.length() - end) + ")";
    }
}
