package dev.curfew.evidence.report;

/**
 * A size and weight of type.
 *
 * @param size in points
 * @param bold drawn with a fine outline, because the font has one weight
 */
record Letters(float size, boolean bold, Ink ink) {
    static final Letters TITLE = new Letters(18, true, Ink.TEXT);
    static final Letters HEADING = new Letters(12, true, Ink.TEXT);
    static final Letters STRONG = new Letters(9, true, Ink.TEXT);
    static final Letters WARNING = new Letters(9, true, Ink.WRONG);
    static final Letters BODY = new Letters(9, false, Ink.TEXT);
    static final Letters QUIET = new Letters(9, false, Ink.MUTED);
    static final Letters SMALL = new Letters(7.5f, false, Ink.TEXT);
    static final Letters CAPTION = new Letters(7.5f, false, Ink.MUTED);
    static final Letters CAPTION_STRONG = new Letters(7.5f, true, Ink.MUTED);

    float leading() {
        return size * 1.35f;
    }
}
