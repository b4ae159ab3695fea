package dev.curfew.lab.node;

import dev.curfew.lab.rpc.Pages;
import dev.curfew.wire.spire.types.Agent;
import dev.curfew.wire.spire.types.SPIFFEID;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The nodes of one server. Reads never wait; writes are one at a time. Any thread may call. */
public final class NodeStore {
    private final ConcurrentSkipListMap<Long, NodeRow> rows = new ConcurrentSkipListMap<>();
    private final Map<SPIFFEID, Long> rowOf = new ConcurrentHashMap<>();
    private final Set<SPIFFEID> driven = ConcurrentHashMap.newKeySet();
    private final List<NodeSimulator> simulators = new CopyOnWriteArrayList<>();
    private long lastRow;
    private volatile long changes;

    /** Grows with everything that is written. */
    public long changes() {
        return changes;
    }

    /** A node. */
    public Optional<Agent> find(SPIFFEID id) {
        return row(id).map(NodeRow::agent);
    }

    /** All nodes in the order of their attestation. */
    public List<Agent> all() {
        return rows.values().stream().map(NodeRow::agent).toList();
    }

    Optional<NodeRow> row(SPIFFEID id) {
        return Optional.ofNullable(rowOf.get(id)).map(rows::get);
    }

    /** Which authority signed a node's SVID; empty for a node that is not there. */
    public String authorityOf(SPIFFEID id) {
        return row(id).map(row -> row.life().authorityId()).orElse("");
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
        changes++;
    }

    /** Changes a node; false if it is not there. */
    synchronized boolean change(SPIFFEID id, UnaryOperator<NodeRow> change) {
        var row = row(id);
        row.ifPresent(before -> rows.put(before.row(), change.apply(before)));
        changes++;
        return row.isPresent();
    }

    /** Deletes a node; what it was. */
    synchronized Optional<NodeRow> delete(SPIFFEID id) {
        changes++;
        return Optional.ofNullable(rowOf.remove(id)).map(rows::remove);
    }

    /** From now on somebody runs this node's agent, so that nobody simulates it. */
    public void drive(SPIFFEID id) {
        driven.add(id);
    }

    /** Nobody runs its agent any more. */
    public void release(SPIFFEID id) {
        driven.remove(id);
    }

    boolean isDriven(SPIFFEID id) {
        return driven.contains(id);
    }

    /** Several servers may share these nodes; each one moves its part of them. */
    void join(NodeSimulator simulator) {
        simulators.add(simulator);
    }

    void leave(NodeSimulator simulator) {
        simulators.remove(simulator);
    }

    boolean isHome(SPIFFEID id, NodeSimulator simulator) {
        var servers = simulators.size();
        return servers < 2
                || simulators.indexOf(simulator) == Math.floorMod(id.getPath().hashCode(), servers);
    }
}
