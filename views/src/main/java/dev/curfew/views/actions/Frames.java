package dev.curfew.views.actions;

import dev.curfew.views.kit.Tone;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A frame around sentences that belong together; its edge has their tone. */
public final class Frames {
    private Frames() {}

    public static Region framed(Region content, Tone tone) {
        VBox frame = new VBox(content);
        frame.getStyleClass().add("sentence-frame");
        return tone.on(frame);
    }
}
