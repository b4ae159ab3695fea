package dev.curfew.delegation.rules;

import java.util.Optional;

/** What the rules say of one delegation. */
public sealed interface Verdict {
    /**
     * @param rule empty: no rule is about it, and the default allows
     */
    record Allowed(Optional<Rule> rule) implements Verdict {}

    /** A rule forbids it, or allows it only within a limit that it goes beyond. */
    record Forbidden(Rule rule, Because because) implements Verdict {}

    /** No rule is about it, and the default forbids. */
    record NotPermitted() implements Verdict {}

    /** A rule depends on something that is not known of it. */
    record Undecided(Rule rule, Missing missing) implements Verdict {}

    /** Whether the delegation should not be there. */
    default boolean isBroken() {
        return this instanceof Forbidden || this instanceof NotPermitted;
    }

    /** What decided, or would have; empty: the default. */
    default Optional<Rule> byRule() {
        return switch (this) {
            case Allowed(var rule) -> rule;
            case Forbidden(var rule, _) -> Optional.of(rule);
            case Undecided(var rule, _) -> Optional.of(rule);
            case NotPermitted _ -> Optional.empty();
        };
    }

    enum Because {
        RULE,
        DEPTH,
        TTL
    }

    enum Missing {
        SCOPE,
        END
    }
}
