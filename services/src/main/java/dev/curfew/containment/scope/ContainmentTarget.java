package dev.curfew.containment.scope;

import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be contained, as an operator names it. */
public sealed interface ContainmentTarget {
    /** Every entry that gives one of these identities. */
    record Identities(List<SpiffeId> ids) implements ContainmentTarget {
        public Identities {
            ids = List.copyOf(ids);
        }
    }

    /** Chosen entries alone; others may go on giving the same identity. */
    record Entries(List<String> entryIds, String named) implements ContainmentTarget {
        public Entries {
            entryIds = List.copyOf(entryIds);
        }
    }

    /** A node with all that it serves. */
    record NodeWithWorkloads(SpiffeId node) implements ContainmentTarget {}

    /** The root of a chain: an identity and everything that stands below it. */
    record ChainRoot(SpiffeId root) implements ContainmentTarget {}

    /** Every entry that matches a query at the moment of planning. */
    record Matching(String query) implements ContainmentTarget {}

    /** As people call it, in a few words; what an operator types to confirm. */
    default String title() {
        return switch (this) {
            case Identities(var ids) when ids.size() == 1 -> SpiffeIds.shortName(ids.getFirst());
            case Identities(var ids) -> ids.size() + " identities";
            case Entries(_, var named) -> named;
            case NodeWithWorkloads(var node) -> SpiffeIds.shortName(node);
            case ChainRoot(var root) -> SpiffeIds.shortName(root);
            case Matching(var query) -> query;
        };
    }

    /** In full, for the journal. */
    default String subject() {
        return switch (this) {
            case Identities(var ids) ->
                    ids.stream().map(SpiffeId::toString).collect(Collectors.joining(", "));
            case Entries(var entryIds, var named) ->
                    named + " (" + String.join(", ", entryIds) + ")";
            case NodeWithWorkloads(var node) -> node.toString();
            case ChainRoot(var root) -> root + " and all below";
            case Matching(var query) -> query;
        };
    }
}
