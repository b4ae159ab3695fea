package dev.curfew.views.kit;

import javafx.scene.Node;

/** The layer above the page for what must be answered first. For views; view models ask Dialogs. */
public interface Overlays {
    /**
     * Puts it on top, keeps the focus in it, and closes it on Esc; where something was typed in a
     * dialog, it asks first.
     */
    Open show(Overlay overlay);

    /**
     * One layer.
     *
     * @param id stable id of the layer
     * @param accessibleName what a screen reader calls it
     * @param firstFocus where the focus starts
     * @param placement where it stands
     * @param dismissed called when it closes without an answer: Esc, or a click beside it
     */
    record Overlay(
            String id,
            String accessibleName,
            Node content,
            Node firstFocus,
            Placement placement,
            Runnable dismissed) {}

    enum Placement {
        /** In the middle; a click beside it does nothing. */
        DIALOG,
        /** The same, for what is only answered: Esc takes it away whatever was typed. */
        QUESTION,
        /** Under the top bar; a click beside it closes it. */
        TOP
    }

    /** An overlay that is showing. */
    interface Open {
        /** Takes it away without calling {@code dismissed}; again is no harm. */
        void close();

        /** What Esc does: asks first where something was typed, then calls {@code dismissed}. */
        default void dismiss() {
            close();
        }
    }
}
