package dev.curfew.views.kit;

import java.util.Optional;

/** A note: one sentence, and perhaps one thing to do about it. */
public record Notice(Tone tone, String text, Optional<Action> action) {
    public static Notice of(String text) {
        return new Notice(Tone.NEUTRAL, text, Optional.empty());
    }

    public static Notice done(String text) {
        return new Notice(Tone.SUCCESS, text, Optional.empty());
    }

    public static Notice warning(String text) {
        return new Notice(Tone.WARNING, text, Optional.empty());
    }

    public Notice with(String label, Runnable run) {
        return new Notice(tone, text, Optional.of(new Action(label, run)));
    }

    public record Action(String label, Runnable run) {}
}
