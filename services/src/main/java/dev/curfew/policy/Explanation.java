package dev.curfew.policy;

import java.util.List;
import java.util.Optional;

/**
 * Why a backend decides as it does.
 *
 * @param decision the backend's own
 * @param root what was looked at, from the question down to the facts
 * @param whole false: a limit was met, and parts were not looked at
 */
public record Explanation(Decision decision, Node root, boolean whole) {

    /** How the parts of a node make it up. */
    public enum Rule {
        /** A fact that is kept, or none. */
        FACT,
        ANY_OF,
        ALL_OF,
        /** The first, unless the second. */
        BUT_NOT,
        /** The same as another relation of this resource, or of one that it points to. */
        FOLLOWS
    }

    public enum Holds {
        YES,
        NO,
        /** Not looked at, or not to be known from here. */
        UNKNOWN
    }

    /** Why a fact does not count, or was not looked at. */
    public enum Note {
        NONE,
        EXPIRED,
        CONDITION_FAILS,
        CONDITION_UNKNOWN,
        CYCLE,
        LIMIT,
        /** The backend answered from its cache and kept the details to itself. */
        CACHED
    }

    /**
     * @param action the relation or permission asked for here
     * @param fact the relationship that counts, or would
     */
    public record Node(
            PolicyEntity resource,
            String action,
            Rule rule,
            Holds holds,
            Note note,
            Optional<Relationship> fact,
            List<Node> parts) {}

    /**
     * Whether what was looked at leads to what the backend decided; empty: that can not be said.
     */
    public Optional<Boolean> agrees() {
        boolean certain = decision.isAllowed() || decision.isDenied();
        return !certain || root.holds() == Holds.UNKNOWN
                ? Optional.empty()
                : Optional.of(decision.isAllowed() == (root.holds() == Holds.YES));
    }
}
