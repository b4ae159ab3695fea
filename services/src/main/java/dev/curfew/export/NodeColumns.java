package dev.curfew.export;

import dev.curfew.estate.EntryView;
import dev.curfew.estate.NodeState;
import dev.curfew.estate.ServerEstate;
import dev.curfew.identity.Node;
import dev.curfew.identity.Selector;
import dev.curfew.identity.SpiffeIds;
import dev.curfew.text.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The columns of nodes. */
public final class NodeColumns {
    private NodeColumns() {}

    /** All columns there are, over the nodes of one server as they are now. */
    public static List<Column<Node>> of(ServerEstate server, Instant now) {
        EntryView view = server.entries().value();
        return List.of(
                Column.same("id", node -> node.id().toString()),
                Column.same("name", node -> SpiffeIds.shortName(node.id())),
                Column.same("type", Node::attestationType),
                Column.same(
                        "state", node -> NodeState.of(node, now).name().toLowerCase(Locale.ROOT)),
                new Column<>(
                        "expires",
                        node -> Moments.away(node.expiresAt(), now),
                        node -> Moments.utc(node.expiresAt())),
                Column.same("serves", node -> String.valueOf(serves(node, view))),
                Column.flag("reattest", Node::canReattest),
                Column.same("version", Node::version),
                Column.same("serial", Node::serial),
                Column.same(
                        "selector",
                        node -> EntryColumns.joined(node.selectors(), Selector::toString)));
    }

    private static int serves(Node node, EntryView view) {
        return view.derived().map(d -> d.entitlements().rowsOf(node).cardinality()).orElse(0);
    }
}
