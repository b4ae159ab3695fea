package dev.curfew.lab.policy;

import dev.curfew.lab.spiffe.SpiffeId;
import dev.curfew.wire.openfga.TupleKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One hop of a delegation and what goes with it, to be written as tuples of the agents' model. */
final class Hop {
    private final String id;
    private final List<TupleKey> tuples = new ArrayList<>();

    /** A hop of that ID, which lives until a time if the hop above it does. */
    Hop(String id, Instant until) {
        this.id = "delegation:" + id;
        tuples.add(
                tuple(this.id, "lease_a", "agent:" + Names.ANYONE).toBuilder()
                        .setCondition(AgentsModel.until(until))
                        .build());
    }

    static String user(String name) {
        return "user:" + name;
    }

    static TupleKey tuple(String object, String relation, String user) {
        return TupleKey.newBuilder().setObject(object).setRelation(relation).setUser(user).build();
    }

    /** The first of its chain. */
    Hop first() {
        return add(id, "root", "agent:" + Names.ANYONE);
    }

    Hop below(String parent) {
        return add(id, "parent", "delegation:" + parent);
    }

    /** Who delegates, and to whom. */
    Hop between(String delegator, SpiffeId delegate) {
        return add(id, "delegator", delegator).add(id, "delegate", PolicyNames.agent(delegate));
    }

    Hop uses(String... tools) {
        for (var tool : tools) {
            add(tool, "via", id);
        }
        return this;
    }

    Hop reads(String... datasets) {
        for (var dataset : datasets) {
            add("dataset:" + dataset, "read_via", id);
        }
        return this;
    }

    Hop writes(String... datasets) {
        for (var dataset : datasets) {
            add("dataset:" + dataset, "write_via", id);
        }
        return this;
    }

    Hop under(String task) {
        return add("task:" + task, "via", id);
    }

    private Hop add(String object, String relation, String user) {
        tuples.add(tuple(object, relation, user));
        return this;
    }

    List<TupleKey> tuples() {
        return tuples;
    }
}
