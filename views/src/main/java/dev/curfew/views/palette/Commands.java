package dev.curfew.views.palette;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** A short list of items searched by {@link Fuzzy}; asked for anew each time. */
public final class Commands implements PaletteProvider {
    private final Supplier<List<PaletteItem>> all;

    public Commands(Supplier<List<PaletteItem>> all) {
        this.all = all;
    }

    @Override
    public List<PaletteItem> find(String text, int most) {
        return all.get().stream()
                .map(item -> new Hit(item, best(text, item)))
                .filter(hit -> hit.score().isPresent())
                .sorted(Comparator.comparingInt((Hit hit) -> hit.score().getAsInt()).reversed())
                .limit(most)
                .map(Hit::item)
                .toList();
    }

    private static OptionalInt best(String text, PaletteItem item) {
        OptionalInt title = Fuzzy.score(text, item.title());
        return title.isPresent() ? title : Fuzzy.score(text, item.title() + " " + item.detail());
    }

    private record Hit(PaletteItem item, OptionalInt score) {}
}
