package dev.curfew.views.actions;

import dev.curfew.exposure.ExposureBound;
import dev.curfew.views.kit.Ui;
import java.time.Instant;
import javafx.scene.layout.Region;

/** The four lines with their terms, for what is no single change. */
public final class ExposureLines {
    private final BoundLines lines;
    private final BoundWords words;

    /**
     * @param running whether times count down from now; else they say how long from the start
     */
    public ExposureLines(String id, boolean running, Ui ui) {
        ActionWords actionWords = new ActionWords(ui);
        lines = new BoundLines(id, running, ui, actionWords).briefly();
        words = new BoundWords(ui, actionWords);
    }

    public Region node() {
        return lines;
    }

    /** The newest times; what is unfolded stays so. */
    public void show(ExposureBound bound, Instant from) {
        lines.show(words.lines(bound, from), bound.notCovered(), from);
    }
}
