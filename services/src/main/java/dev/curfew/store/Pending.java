package dev.curfew.store;

/** Something written that may not be on disk yet. */
@FunctionalInterface
public interface Pending {
    /** Of what is on disk already. */
    Pending DONE = () -> {};

    /**
     * Returns once it is on disk. Any thread; blocks. Throws what the blocking call would have
     * thrown, and nothing was written then.
     */
    void await();
}
