package dev.curfew.policy;

import java.util.List;

/**
 * What a backend decided.
 *
 * @param because what the backend said about it, cleaned; may be empty
 * @param missing what it would have to know; only for {@link Verdict#CONDITIONAL}
 */
public record Decision(Verdict verdict, String because, List<String> missing, Freshness freshness) {

    /** A decision that did not come about is neither yes nor no. */
    public enum Verdict {
        ALLOWED,
        DENIED,
        /** Depends on what the question did not say. */
        CONDITIONAL,
        /** The backend tried and came to nothing. Never to be shown as denied. */
        CANNOT_EVALUATE,
        /** Some of what would have to be looked at was not. */
        PARTIAL
    }

    public static Decision of(Verdict verdict, Freshness freshness) {
        return new Decision(verdict, "", List.of(), freshness);
    }

    public boolean isAllowed() {
        return verdict == Verdict.ALLOWED;
    }

    /** Certainly not allowed. */
    public boolean isDenied() {
        return verdict == Verdict.DENIED;
    }
}
