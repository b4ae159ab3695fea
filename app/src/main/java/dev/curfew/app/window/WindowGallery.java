package dev.curfew.app.window;

import dev.curfew.app.GalleryHook;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Draws every screen and dialog on the lab, dark and light, large and small, and at 200 %. */
public final class WindowGallery implements GalleryHook {
    @Override
    public Outcome<List<Path>> draw(Path folder) {
        try (GalleryRun run = new GalleryRun(folder)) {
            return Outcome.ok(run.draw());
        } catch (IOException | TimeoutException e) {
            return Outcome.failed(
                    Reason.UNEXPECTED, folder.toString(), String.valueOf(e.getMessage()));
        }
    }
}
