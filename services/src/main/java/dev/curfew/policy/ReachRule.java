package dev.curfew.policy;

/**
 * Which resources of one type a subject may do something to, where a backend keeps no relationships
 * that could be followed but rules that decide.
 *
 * @param condition what must hold of a resource, in the backend's own words; empty unless {@link
 *     Scope#SOME}
 */
public record ReachRule(Scope scope, String condition, Freshness freshness) {
    public enum Scope {
        EVERY,
        NONE,
        /** Those of which the condition holds; whether there are any, no rule tells. */
        SOME
    }
}
