package dev.curfew.views.kit;

import javafx.scene.control.Label;

/** A key or chord as a small cap: "Ctrl+K". For the eye only; it is no control. */
public final class KeyHint extends Label {
    public KeyHint(String keys) {
        super(keys);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
        setMouseTransparent(true);
    }
}
