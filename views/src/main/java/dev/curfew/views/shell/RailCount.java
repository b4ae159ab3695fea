package dev.curfew.views.shell;

import dev.curfew.views.kit.Tone;

/** What stands behind an entry of the navigation: "46", "2 running"; empty for nothing. */
public record RailCount(String text, Tone tone) {
    public static final RailCount NONE = new RailCount("", Tone.MUTED);

    public static RailCount of(String text) {
        return new RailCount(text, Tone.MUTED);
    }
}
