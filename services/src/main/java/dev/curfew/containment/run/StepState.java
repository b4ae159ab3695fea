package dev.curfew.containment.run;

/**
 * Where a step is; the words of design: sent, accepted, confirmed, reverted, failed, contradicted.
 */
public enum StepState {
    /** Not begun. */
    WAITING,
    /** Its calls are under way. */
    SENT,
    /** It is tried again after a while, because its servers do not answer. */
    RETRYING,
    /** Waits for something that takes its time, such as nodes that have to see a new authority. */
    GATED,
    /** The server said yes; it was not read back. */
    ACCEPTED,
    /** Read back as wanted. What was issued before may live on: see its bound. */
    CONFIRMED,
    /** A part of it is as wanted. */
    PARTIAL,
    FAILED,
    /** Sent, and nobody knows what became of it. */
    UNKNOWN,
    /** Accepted, and reads back as something else, or was seen to stop nothing. */
    CONTRADICTED,
    /** It was as wanted, and someone put it back. */
    REVERTED,
    /** Not begun, because the run was ended or a step before it failed. */
    SKIPPED;

    public boolean isOver() {
        return switch (this) {
            case WAITING, SENT, RETRYING, GATED -> false;
            default -> true;
        };
    }

    /** Something of it is in force on a server. */
    public boolean isInForce() {
        return this == ACCEPTED || this == CONFIRMED || this == PARTIAL;
    }
}
