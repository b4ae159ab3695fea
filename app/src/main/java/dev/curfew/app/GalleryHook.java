package dev.curfew.app;

import dev.curfew.outcome.Outcome;
import java.nio.file.Path;
import java.util.List;

/** Draws a picture of every screen. */
public interface GalleryHook {
    /** The pictures, in the order in which they were written. Blocks. */
    Outcome<List<Path>> draw(Path folder);
}
