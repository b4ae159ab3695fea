package dev.curfew.views.graph;

import dev.curfew.views.kit.Tasks;
import java.util.Optional;

/**
 * Finds a place for everything in a picture. Pure and blocking: not for the JavaFX thread. The same
 * picture gets the same places each time.
 */
public interface GraphLayout {
    /**
     * Places a picture.
     *
     * @param before where things stood; what is still there stays where the change is small
     * @throws InterruptedException when its thread was interrupted: nothing is placed then
     */
    Placement place(
            GraphPicture picture, Sizes sizes, Optional<Placement> before, Tasks.Progress progress)
            throws InterruptedException;
}
