package dev.curfew.views.kit;

import javafx.scene.layout.Region;

/**
 * A dot beside a word: full and coloured for what answers, hollow for what does not, so that shape
 * says it too.
 */
public final class StatusDot extends Region {
    public enum Shape {
        FULL,
        HOLLOW
    }

    public StatusDot(Tone tone, Shape shape) {
        getStyleClass().add("status-dot");
        show(tone, shape);
    }

    public void show(Tone tone, Shape shape) {
        getStyleClass().remove("hollow");
        if (shape == Shape.HOLLOW) {
            getStyleClass().add("hollow");
        }
        tone.on(this);
    }
}
