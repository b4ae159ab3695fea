package dev.curfew.views.nodes;

import dev.curfew.estate.NodeState;
import dev.curfew.identity.HostNames;
import dev.curfew.identity.Node;
import java.time.Instant;
import java.util.OptionalInt;

/** A row of the list: a place in a snapshot, nothing more. Made for each use, any thread. */
record NodeRow(NodeSnapshot snapshot, int number) {
    private static final String AGENTS = "/spire/agent/";

    Node node() {
        return snapshot.node(number);
    }

    String key() {
        return node().id().toString();
    }

    /** What its selectors call the machine, or else the last part of its SPIFFE ID. */
    String name() {
        return HostNames.orShortName(node());
    }

    /** The path without what all of them begin with. */
    String path() {
        String path = node().id().getPath();
        return path.startsWith(AGENTS)
                ? path.substring(AGENTS.length())
                : path.isEmpty() ? path : path.substring(1);
    }

    NodeState state(Instant now) {
        return NodeState.of(node(), now);
    }

    /** How many entries it serves; empty: not known yet. */
    OptionalInt serves() {
        return snapshot.serves(node().id());
    }
}
