package dev.curfew.views.palette;

import dev.curfew.views.kit.Tasks;
import dev.curfew.views.kit.Tasks.Running;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the palette has found for the newest text. JavaFX thread only. */
public final class PaletteViewModel {
    private static final int MOST_OF_EACH = 20;

    private final ReadOnlyObjectWrapper<List<PaletteItem>> found =
            new ReadOnlyObjectWrapper<>(List.of());
    private final List<PaletteProvider> providers;
    private final Tasks tasks;
    private Running running = Running.NONE;

    public PaletteViewModel(List<PaletteProvider> providers, Tasks tasks) {
        this.providers = List.copyOf(providers);
        this.tasks = tasks;
    }

    public ReadOnlyObjectProperty<List<PaletteItem>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** The newest text wins; the older answer stays on show until it is there. */
    public void search(String text) {
        running.cancel();
        String wanted = text.strip();
        running =
                tasks.start(
                        "palette.search",
                        () -> findAll(wanted),
                        found::set,
                        crash -> found.set(List.of()));
    }

    private List<PaletteItem> findAll(String text) {
        return providers.stream()
                .flatMap(provider -> provider.find(text, MOST_OF_EACH).stream())
                .toList();
    }
}
