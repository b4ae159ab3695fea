package dev.curfew.containment.scope;

import dev.curfew.identity.Node;
import dev.curfew.identity.RegistrationEntry;
import io.spiffe.spiffeid.TrustDomain;
import java.util.List;
import java.util.Optional;

/**
 * What a target is on the servers that know it, as they were read last.
 *
 * @param parts one for each set of entries that servers share
 * @param unread connections whose entries or nodes are not completely known, so that more may be
 *     there than is listed
 */
public record Scope(ContainmentTarget target, List<Part> parts, List<String> unread) {
    public Scope {
        parts = List.copyOf(parts);
        unread = List.copyOf(unread);
    }

    /**
     * Servers of a highly available set share their entries: what is written through one of them is
     * read back on each.
     *
     * @param connections the first is written through, the others stand in for it
     * @param entries that are meant, as the first connection that has them saw them
     * @param nodes that are meant themselves
     * @param servedBy nodes that may hand out what the entries give
     */
    public record Part(
            List<String> connections,
            Optional<TrustDomain> trustDomain,
            List<RegistrationEntry> entries,
            List<Node> nodes,
            List<Node> servedBy) {
        public Part {
            connections = List.copyOf(connections);
            entries = List.copyOf(entries);
            nodes = List.copyOf(nodes);
            servedBy = List.copyOf(servedBy);
        }

        public String writer() {
            return connections.getFirst();
        }
    }

    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.entries().isEmpty() && part.nodes().isEmpty());
    }

    public List<RegistrationEntry> entries() {
        return parts.stream().flatMap(part -> part.entries().stream()).toList();
    }
}
