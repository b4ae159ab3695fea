package dev.curfew.views.exposure;

/** Where the lines stand, which decides how much room they have and from when times count. */
public enum BoundPlace {
    /** A details panel: narrow; how long it is from now. */
    PANEL,
    /** A preview: how long it would be from the start. */
    PREVIEW,
    /** A report: how long is left. */
    REPORT
}
