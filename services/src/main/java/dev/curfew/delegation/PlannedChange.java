package dev.curfew.delegation;

import java.time.Instant;

/** A change to grants that somebody thinks about and that nobody has made. */
public sealed interface PlannedChange {
    /**
     * The grant is taken away.
     *
     * @param grant its ID
     */
    record TakeAway(String grant) implements PlannedChange {}

    /** The grant gets another end; one that would be later changes nothing. */
    record Shorten(String grant, Instant end) implements PlannedChange {}

    /**
     * Whoever decides does not let the grant count any more; it is still there, and so what was
     * made from it goes on.
     *
     * @param grant its ID
     */
    record Refuse(String grant) implements PlannedChange {}

    /**
     * The grant is there and counts again.
     *
     * @param grant as it would be then
     */
    record PutBack(Grant grant) implements PlannedChange {}

    /** Everything that this party gives and is given stops to count. */
    record Deny(Party party) implements PlannedChange {}
}
