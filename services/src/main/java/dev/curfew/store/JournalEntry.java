package dev.curfew.store;

/**
 * One thing to be journaled. Texts are for people; {@code payload} is JSON for undo, resume and
 * evidence. No secrets: of a credential only what names it.
 *
 * @param operationId joins the records of one action
 * @param step 0 for the action as a whole, else the number of its step from 1
 * @param operator who (the user name of the operating system, or one that was given)
 * @param connection on which saved connection or target
 * @param action the kind of action, such as {@code tighten}
 * @param subject to what: an entry's id and SPIFFE ID, a node, a trust domain
 * @param reason why, as the operator said; may be empty
 * @param incident number of the incident; may be empty
 * @param sent what was sent, as JSON; may be empty
 * @param received what came back, as JSON or as a failure's sentence; may be empty
 */
public record JournalEntry(
        String operationId,
        int step,
        Phase phase,
        String operator,
        String connection,
        String action,
        String subject,
        String reason,
        String incident,
        String sent,
        String received) {

    /** Where in its life the action is. */
    public enum Phase {
        /** Confirmed; nothing sent. */
        PLANNED,
        /** About to be sent. */
        SENDING,
        /** The server said yes. */
        ACCEPTED,
        /** The server said no, or nobody knows. */
        FAILED,
        /** Read back as wanted. */
        CONFIRMED,
        /** Read back as something else. */
        CONTRADICTED,
        /** Put back by someone after us. */
        REVERTED,
        FINISHED,
        ABORTED,
        /** Not an action on a server: armed, disarmed, connected, refused for lack of a right. */
        NOTE
    }
}
