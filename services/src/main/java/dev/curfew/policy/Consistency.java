package dev.curfew.policy;

/** How fresh an answer is wanted. */
public enum Consistency {
    /** Caches may answer. */
    FAST,
    /** The strongest the backend has; whatever is proved is asked this way. */
    STRONGEST
}
