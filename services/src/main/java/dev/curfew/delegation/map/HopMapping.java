package dev.curfew.delegation.map;

import java.util.List;
import java.util.Optional;

/**
 * A type of which each object is one hop, and the relations that say so.
 *
 * @param parent relation to the hop it was made from
 * @param root relation that marks the first hop of a chain
 * @param leases relations one of which must be there for the hop to count; empty: it always does
 * @param endsWithParent whether the model asks for the parent at each decision
 */
public record HopMapping(
        String type,
        String from,
        String to,
        Optional<String> parent,
        Optional<String> root,
        List<String> leases,
        boolean endsWithParent) {
    public HopMapping {
        leases = List.copyOf(leases);
    }

    boolean names(String relation) {
        return relation.equals(from)
                || relation.equals(to)
                || parent.filter(relation::equals).isPresent()
                || root.filter(relation::equals).isPresent()
                || leases.contains(relation);
    }
}
