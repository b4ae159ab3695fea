package dev.curfew.views.nodes;

import dev.curfew.estate.NodeLanguage;
import dev.curfew.estate.Reading;
import dev.curfew.estate.ServerEstate;
import dev.curfew.query.QueryLanguage;
import dev.curfew.views.list.Basis;
import dev.curfew.views.list.ListSource;
import java.time.Instant;
import java.util.function.IntFunction;

/** The nodes of a server as rows. */
final class NodeSource implements ListSource<NodeRow> {
    @Override
    public Reading<?> reading(ServerEstate server) {
        return server.nodes();
    }

    /** What a node serves follows from the entries, once all are read. */
    @Override
    public Basis basis(ServerEstate server) {
        return Basis.of(server.nodes().value(), server.entries().value().derived().orElse(null));
    }

    @Override
    public int size(ServerEstate server) {
        return server.nodes().value().size();
    }

    @Override
    public boolean grew(ServerEstate before, ServerEstate now) {
        return false;
    }

    @Override
    public QueryLanguage language(ServerEstate server, Instant now) {
        return NodeLanguage.of(server, now);
    }

    @Override
    public IntFunction<NodeRow> rows(ServerEstate server) {
        NodeSnapshot snapshot = new NodeSnapshot(server);
        return number -> new NodeRow(snapshot, number);
    }
}
