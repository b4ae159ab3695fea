package dev.curfew.views.graph;

/** The kinds of text in a picture; sizes in its own units. */
enum Face {
    NAME(12, true),
    NOTE(10.5, false),
    CHIP(10.5, false),
    CHIP_STRONG(10.5, true),
    HEADING(11, false);

    private final double size;
    private final boolean bold;

    Face(double size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }
}
