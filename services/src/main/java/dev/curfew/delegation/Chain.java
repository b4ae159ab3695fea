package dev.curfew.delegation;

import java.util.List;
import java.util.Optional;

/**
 * The grants from the beginning of a chain to one of them, each made from the one before.
 *
 * @param missing the ID of the grant that the first one was made from, if it is not known here
 * @param loops the first one was made from one that stands below it: the chain has no beginning
 */
public record Chain(List<Grant> hops, Optional<String> missing, boolean loops) {
    public Chain {
        hops = List.copyOf(hops);
    }

    public Grant last() {
        return hops.getLast();
    }

    /** How often somebody has passed rights on. */
    public int depth() {
        return Math.toIntExact(
                hops.stream().filter(hop -> hop.kind() == Grant.Kind.DELEGATES).count());
    }
}
