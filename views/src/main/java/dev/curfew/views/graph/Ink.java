package dev.curfew.views.graph;

/** The colours of a picture by what they mean; the stylesheet gives each one of the theme's. */
public enum Ink {
    PAGE("-ink-page"),
    CARD("-ink-card"),
    EDGE("-ink-edge"),
    ARROW("-ink-arrow"),
    TEXT("-ink-text"),
    MUTED("-ink-muted"),
    ACCENT("-ink-accent"),
    ACCENT_SOFT("-ink-accent-soft"),
    DANGER("-ink-danger"),
    DANGER_SOFT("-ink-danger-soft"),
    WARNING("-ink-warning"),
    SUCCESS("-ink-success");

    private final String property;

    Ink(String property) {
        this.property = property;
    }

    /** Its name in the stylesheet. */
    String property() {
        return property;
    }
}
