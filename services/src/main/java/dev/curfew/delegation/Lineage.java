package dev.curfew.delegation;

import java.util.Optional;

/**
 * Where a grant stands in its chain.
 *
 * @param chain the chain's own name, where its source has one
 * @param parent the ID of the grant that it was made from
 * @param root it says of itself that it begins a chain
 * @param endsWithParent whoever decides asks for the parent again each time, so that it counts no
 *     longer than that
 * @param commitment how a token names its parent's bytes, where it does
 */
public record Lineage(
        Optional<String> chain,
        Optional<String> parent,
        boolean root,
        boolean endsWithParent,
        Optional<String> commitment) {
    public static final Lineage UNKNOWN =
            new Lineage(Optional.empty(), Optional.empty(), false, false, Optional.empty());

    /** Begins a chain. */
    public static final Lineage ROOT =
            new Lineage(Optional.empty(), Optional.empty(), true, false, Optional.empty());

    public static Lineage below(String parent) {
        return new Lineage(Optional.empty(), Optional.of(parent), false, false, Optional.empty());
    }

    /** Below a grant that is asked for again at each decision. */
    public static Lineage boundTo(String parent) {
        return new Lineage(Optional.empty(), Optional.of(parent), false, true, Optional.empty());
    }
}
