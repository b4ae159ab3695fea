package dev.curfew.estate;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import dev.curfew.identity.SpiffeIds;
import io.spiffe.spiffeid.SpiffeId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands above an entry, up to what attests: a node, a group of nodes, or the server. */
public final class ParentChain {
    /** What stands for a parent ID. */
    public enum Kind {
        /** A node of this very ID. */
        NODE,
        /** An alias entry: a group of nodes. */
        ALIAS,
        /** Another workload entry. */
        ENTRY,
        /** The server itself: the entry is an alias. */
        SERVER,
        /** Nothing that is known. */
        NOTHING
    }

    /**
     * One step up.
     *
     * @param entry the entry that gives this ID, where it is one
     */
    public record Step(SpiffeId id, Kind kind, Optional<RegistrationEntry> entry) {}

    private ParentChain() {}

    /** The steps above an entry, nearest first; where several entries give a parent, the first. */
    public static List<Step> of(RegistrationEntry entry, EntryIndex index, List<Node> nodes) {
        List<Step> chain = new ArrayList<>();
        Set<SpiffeId> seen = new HashSet<>();
        SpiffeId parent = entry.parentId();
        while (seen.add(parent)) {
            Step step = step(parent, index, nodes);
            chain.add(step);
            if (step.kind() != Kind.ENTRY || step.entry().isEmpty()) {
                break;
            }
            parent = step.entry().get().parentId();
        }
        return List.copyOf(chain);
    }

    private static Step step(SpiffeId id, EntryIndex index, List<Node> nodes) {
        if (SpiffeIds.isServer(id)) {
            return new Step(id, Kind.SERVER, Optional.empty());
        }
        if (nodes.stream().anyMatch(node -> node.id().equals(id))) {
            return new Step(id, Kind.NODE, Optional.empty());
        }
        List<RegistrationEntry> above = index.withIdentity(id);
        return above.stream()
                .filter(RegistrationEntry::isNodeAlias)
                .findFirst()
                .map(alias -> new Step(id, Kind.ALIAS, Optional.of(alias)))
                .or(() ->
                        above.stream()
                                .findFirst()
                                .map(other -> new Step(id, Kind.ENTRY, Optional.of(other))))
                .orElseGet(() -> new Step(id, Kind.NOTHING, Optional.empty()));
    }
}
