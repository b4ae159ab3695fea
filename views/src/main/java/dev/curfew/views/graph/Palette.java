package dev.curfew.views.graph;

import dev.curfew.views.kit.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Color;

/** The colours of the present look. */
public record Palette(Map<Ink, Color> inks) {
    private static final double FADED = 0.38;

    public Palette {
        inks = Map.copyOf(inks);
    }

    public Color of(Ink ink) {
        return Objects.requireNonNull(inks.get(ink), ink.name());
    }

    Color of(Tone tone) {
        return of(ink(tone));
    }

    private static Ink ink(Tone tone) {
        return switch (tone) {
            case NEUTRAL -> Ink.TEXT;
            case MUTED -> Ink.MUTED;
            case ACCENT -> Ink.ACCENT;
            case SUCCESS -> Ink.SUCCESS;
            case WARNING -> Ink.WARNING;
            case DANGER -> Ink.DANGER;
        };
    }

    /** For what does not belong to a highlighted chain: nearly the page's colour. */
    Palette faded() {
        Map<Ink, Color> faded = new EnumMap<>(Ink.class);
        Color page = of(Ink.PAGE);
        inks.forEach((ink, color) -> faded.put(ink, page.interpolate(color, FADED)));
        return new Palette(faded);
    }
}
