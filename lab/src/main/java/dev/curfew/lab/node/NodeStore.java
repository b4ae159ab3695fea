package dev.curfew.lab.node;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** The nodes of one server. Reads never wait; writes are one at a time. Any thread may call. */
public final class NodeStore {
    private final ConcurrentSkipListMap<Long, NodeRow> rows = new ConcurrentSkipListMap<>();
    private final Map<SPIFFEID, Long> rowOf = new ConcurrentHashMap<>();
    private long lastRow;

    /** A node. */
    public Optional<Agent> find(SPIFFEID id) {
        return row(id).map(NodeRow::agent);
    }

    Optional<NodeRow> row(SPIFFEID id) {
        return Optional.ofNullable(rowOf.get(id)).map(rows::get);
    }

    /** How many there are. */
    public int size() {
        return rowOf.size();
    }

    Collection<NodeRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    Pages.Page<NodeRow> page(NodeFilter filter, int size, String token) {
        return Pages.cut(
                after -> rows.tailMap(after, false).values().iterator(),
                size,
                token,
                row -> filter.counts(row.agent()),
                row -> filter.shows(row.agent()));
    }

    /** Adds a node; its ID must be new. */
    public synchronized void add(Agent agent, NodeLife life) {
        var row = ++lastRow;
        if (rowOf.putIfAbsent(agent.getId(), row) != null) {
            throw new IllegalArgumentException("there is a node " + agent.getId().getPath());
        }
        rows.put(row, new NodeRow(row, agent, life));
    }

    /** Changes a node; false if it is not there. */
    synchronized boolean change(SPIFFEID id, UnaryOperator<NodeRow> change) {
        var row = row(id);
        row.ifPresent(before -> rows.put(before.row(), change.apply(before)));
        return row.isPresent();
    }

    /** Deletes a node; what it was. */
    synchronized Optional<NodeRow> delete(SPIFFEID id) {
        return Optional.ofNullable(rowOf.remove(id)).map(rows::remove);
    }
}
