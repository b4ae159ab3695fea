package dev.curfew.policy;

import java.util.List;

/** Takes relationships as they are read. Called on the reading thread, in order. */
public interface RelationshipListener {
    /** A page's; not called for empty ones. */
    void page(List<Relationship> relationships);

    /** Asked between pages; true ends the reading as cancelled. */
    default boolean isCancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
