package dev.curfew.views.shell;

import dev.curfew.views.kit.StatusDot;
import dev.curfew.views.kit.Tone;

/** How a connection does. Each has a word besides its dot. */
public enum Health {
    UP("shell.health.up", Tone.SUCCESS, StatusDot.Shape.FULL),
    CONNECTING("shell.health.connecting", Tone.ACCENT, StatusDot.Shape.HOLLOW),
    /** It answers, but not everything that Curfew asks. */
    PARTIAL("shell.health.partial", Tone.WARNING, StatusDot.Shape.FULL),
    NO_ANSWER("shell.health.noAnswer", Tone.MUTED, StatusDot.Shape.HOLLOW),
    /** It answers, and will not have us: certificate, trust domain, rights. */
    REFUSED("shell.health.refused", Tone.DANGER, StatusDot.Shape.HOLLOW),
    CLOSED("shell.health.closed", Tone.MUTED, StatusDot.Shape.HOLLOW);

    private final String textKey;
    private final Tone tone;
    private final StatusDot.Shape shape;

    Health(String textKey, Tone tone, StatusDot.Shape shape) {
        this.textKey = textKey;
        this.tone = tone;
        this.shape = shape;
    }

    public String textKey() {
        return textKey;
    }

    public Tone tone() {
        return tone;
    }

    public StatusDot.Shape shape() {
        return shape;
    }
}
