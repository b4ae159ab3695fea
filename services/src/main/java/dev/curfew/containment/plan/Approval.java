package dev.curfew.containment.plan;

/**
 * What it takes to confirm a containment. The gate is local: the servers do not enforce it.
 *
 * @param text what must be typed; empty for a plain button
 */
public record Approval(Kind kind, String text) {
    public enum Kind {
        /** One button. */
        PLAIN,
        /** The target must be typed. */
        TYPED,
        /** The phrase must be typed and an incident named, or a second operator approves. */
        SECOND_OR_PHRASE
    }
}
