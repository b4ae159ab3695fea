package dev.curfew.views.kit;

import javafx.scene.control.Label;

/** A short word in a rounded frame, such as a count or a state. */
public final class Pill extends Label {
    public Pill(String text, Tone tone) {
        super(text);
        getStyleClass().add("pill");
        setMinWidth(USE_PREF_SIZE);
        tone.on(this);
    }
}
