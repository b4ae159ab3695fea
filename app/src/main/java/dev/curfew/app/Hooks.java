package dev.curfew.app;

import dev.curfew.app.window.CurfewWindow;
import dev.curfew.app.window.WindowGallery;
import dev.curfew.app.window.WindowTraining;
import dev.curfew.app.wiring.OperatorPrompter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What only a build with a window has. Suppliers, so that a command without a window loads none of
 * its classes.
 */
public record Hooks(
        Optional<Supplier<WindowLauncher>> window,
        Optional<Supplier<GalleryHook>> gallery,
        Optional<Supplier<TrainingHook>> training) {
    public static final Hooks NONE =
            new Hooks(Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of this build. */
    static Hooks installed(OperatorPrompter prompter) {
        return new Hooks(
                Optional.of(() -> new CurfewWindow(prompter)),
                Optional.of(() -> new WindowGallery()),
                Optional.of(() -> new WindowTraining()));
    }
}
