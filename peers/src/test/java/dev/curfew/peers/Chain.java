package dev.curfew.peers;

import dev.curfew.policy.AccessQuestion;
import dev.curfew.policy.PolicyEntity;
import dev.curfew.policy.PolicyIds;
import dev.curfew.policy.PolicySubject;
import dev.curfew.policy.Relationship;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Alice lets the planner act (d1), the planner lets the worker act (d2): both may use the search.
 */
final class Chain {
    static final PolicyEntity SEARCH = new PolicyEntity("tool", "search");

    final PolicyEntity planner;
    final PolicyEntity worker;

    Chain(PolicyIds ids) {
        planner = agent(ids, "planner");
        worker = agent(ids, "worker");
    }

    static PolicyEntity agent(PolicyIds ids, String name) {
        return new PolicyEntity(
                "agent",
                Outcomes.value(ids.write(SpiffeId.parse("spiffe://acme.example/agent/" + name))));
    }

    List<Relationship> relationships(PolicyPeer peer, Instant until) {
        PolicyEntity d1 = new PolicyEntity("delegation", "d1");
        PolicyEntity d2 = new PolicyEntity("delegation", "d2");
        PolicyEntity alice = new PolicyEntity("user", "alice");
        List<Relationship> all = new ArrayList<>();
        all.add(one(d1, "delegator", alice));
        all.add(one(d1, "delegate", planner));
        all.add(one(d1, "root", new PolicyEntity("agent", "*")));
        all.add(peer.lease("d1", until));
        all.add(one(d2, "parent", d1));
        all.add(one(d2, "delegator", planner));
        all.add(one(d2, "delegate", worker));
        all.add(peer.lease("d2", until));
        all.add(one(SEARCH, "via", d1));
        all.add(one(SEARCH, "via", d2));
        return all;
    }

    static Relationship one(PolicyEntity resource, String relation, PolicyEntity subject) {
        return Relationship.lasting(resource, relation, PolicySubject.of(subject));
    }

    AccessQuestion plannerSearches() {
        return AccessQuestion.of(planner, "can_use", SEARCH);
    }

    AccessQuestion workerSearches() {
        return AccessQuestion.of(worker, "can_use", SEARCH);
    }
}
