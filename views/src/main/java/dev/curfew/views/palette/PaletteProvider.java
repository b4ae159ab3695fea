package dev.curfew.views.palette;

import java.util.List;

/** A source of items. Asked on a thread of its own for each text, and interrupted by the next. */
@FunctionalInterface
public interface PaletteProvider {
    /**
     * The best hits, best first.
     *
     * @param text what was typed, stripped; empty at the beginning
     * @param most how many are worth giving
     */
    List<PaletteItem> find(String text, int most);
}
