package dev.curfew.views.nodes;

import dev.curfew.estate.ServedCounts;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import io.spiffe.spiffeid.SpiffeId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** One reading of a server's nodes, shared by all its rows. Making it takes a moment. */
final class NodeSnapshot {
    private final List<Node> nodes;
    private final Optional<Map<SpiffeId, Integer>> serves;

    NodeSnapshot(ServerEstate server) {
        nodes = server.nodes().value();
        serves =
                server.entries()
                        .value()
                        .derived()
                        .map(derived -> new ServedCounts(derived).entriesOf(nodes));
    }

    Node node(int number) {
        return nodes.get(number);
    }

    OptionalInt serves(SpiffeId id) {
        return serves.map(counts -> OptionalInt.of(counts.getOrDefault(id, 0)))
                .orElse(OptionalInt.empty());
    }
}
