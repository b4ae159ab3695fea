package dev.curfew.evidence.report;

import java.awt.Color;

/** The colours of a report. None stands alone: each use has a word or a shape with it. */
enum Ink {
    TEXT(0x1f2328),
    MUTED(0x59636e),
    LINE(0xd1d9e0),
    SHADE(0xf6f8fa),
    OPEN(0xd4a72c),
    OPEN_UNKNOWN(0xf2dc9b),
    SENT(0x59636e),
    ACCEPTED(0x0969da),
    CONFIRMED(0x1a7f37),
    WRONG(0xcf222e);

    private final Color color;

    Ink(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
