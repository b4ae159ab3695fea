package dev.curfew.localstore.opening;

import dev.curfew.outcome.Failure;

/** What is to be thought of a file before it is used. */
sealed interface Verdict {
    /** Ours, whole, and of this version or an older one. */
    record Sound() implements Verdict {}

    record Absent() implements Verdict {}

    /**
     * Ours once, or never: nothing in it can be trusted.
     *
     * @param why a sentence without its full stop
     */
    record Damaged(String why) implements Verdict {}

    /** To be left exactly as it is, with nothing kept meanwhile. */
    record Untouchable(Failure failure) implements Verdict {}
}
