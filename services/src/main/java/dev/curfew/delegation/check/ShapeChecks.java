package dev.curfew.delegation.check;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.delegation.check.Walk.Living;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** How grants hang together: D06, D07, D15, D21. */
final class ShapeChecks {
    private static final int NAMED = 5;

    private ShapeChecks() {}

    /** D06: rights can go round. */
    static CheckResult cycles(Walk walk) {
        Tally tally = new Tally(CheckId.D06);
        List<Grant> living = walk.delegations().stream().map(Living::grant).toList();
        if (!living.isEmpty()) {
            tally.fine();
        }
        for (Set<Party> ring : GrantGraph.ringsOf(living)) {
            List<String> inside =
                    living.stream()
                            .filter(grant ->
                                    ring.contains(grant.from()) && ring.contains(grant.to()))
                            .map(Grant::id)
                            .toList();
            TreeSet<Party> ordered = new TreeSet<>(ring);
            String names =
                    String.join(", ", ordered.stream().limit(NAMED).map(Party::display).toList());
            tally.found(
                    ordered.first(),
                    inside,
                    Evidence.of(ring.size() == 1 ? "selfDelegation" : "cycle", ring.size(), names));
        }
        return tally.result();
    }

    /** D07: rights are passed on too often; said where the limit is passed. */
    static CheckResult depth(Walk walk) {
        Tally tally = new Tally(CheckId.D07);
        int limit = walk.input().settings().deepest();
        Map<Integer, Integer> deepest = new LinkedHashMap<>();
        for (Living hop : walk.delegations()) {
            int depth = walk.lineages().depth(hop.row());
            if (depth <= limit) {
                tally.fine();
            } else if (depth == limit + 1) {
                deepest.put(hop.row(), depth);
            }
        }
        if (!deepest.isEmpty()) {
            measure(walk, limit, deepest);
        }
        deepest.forEach((row, depth) -> {
            Grant grant = walk.graph().grants().get(row);
            tally.found(grant, Evidence.of("depth", grant.id(), depth, limit));
        });
        return tally.result();
    }

    /** Raises each to the depth of the deepest hop that counts below it. */
    private static void measure(Walk walk, int limit, Map<Integer, Integer> deepest) {
        int[] passed = new int[walk.graph().grants().size()];
        for (int row : walk.lineages().parentsFirst()) {
            int depth = walk.lineages().depth(row);
            if (depth <= limit || walk.lineages().loops(row)) {
                continue;
            }
            boolean first = depth == limit + 1;
            boolean delegates = walk.graph().grants().get(row).kind() == Grant.Kind.DELEGATES;
            passed[row] = first && delegates ? row : passed[walk.lineages().parent(row)];
            if (walk.counts(row) && deepest.containsKey(passed[row])) {
                deepest.merge(passed[row], depth, Math::max);
            }
        }
    }

    /** D15: an agent reaches a tool only through what another may always do. */
    static CheckResult confusedDeputy(Walk walk) {
        Tally tally = new Tally(CheckId.D15);
        Map<Party, Set<Party>> held = new HashMap<>();
        List<Grant> grants = walk.graph().grants();
        for (int row = 0; row < grants.size(); row++) {
            Grant grant = grants.get(row);
            if (grant.isRight() && grant.kind() != Grant.Kind.DELEGATES && walk.counts(row)) {
                held.computeIfAbsent(grant.from(), _ -> new HashSet<>()).add(grant.to());
            }
        }
        for (int row = 0; row < grants.size(); row++) {
            Grant standing = grants.get(row);
            if (standing.kind() == Grant.Kind.STANDING && walk.counts(row)) {
                deputies(walk, standing, held, tally);
            }
        }
        return tally.result();
    }

    private static void deputies(
            Walk walk, Grant standing, Map<Party, Set<Party>> held, Tally tally) {
        tally.fine();
        for (Grant into : walk.graph().to(standing.from())) {
            boolean asks =
                    into.kind() == Grant.Kind.DELEGATES
                            && into.from().kind() == Party.Kind.AGENT
                            && !into.from().equals(into.to())
                            && walk.counts(walk.lineages().row(into.id()));
            if (asks && !held.getOrDefault(into.from(), Set.of()).contains(standing.to())) {
                tally.found(
                        into.from(),
                        List.of(standing.id(), into.id()),
                        Evidence.of(
                                "confusedDeputy",
                                into.from().display(),
                                standing.to().display(),
                                standing.from().display()));
            }
        }
    }

    /** D21: too many hang on one agent, or work under one task. */
    static CheckResult fanOut(Walk walk) {
        Tally tally = new Tally(CheckId.D21);
        Map<Party, Set<Party>> children = new LinkedHashMap<>();
        for (Living hop : walk.delegations()) {
            if (hop.grant().from().kind() == Party.Kind.AGENT) {
                children.computeIfAbsent(hop.grant().from(), _ -> new HashSet<>())
                        .add(hop.grant().to());
            }
            Optional<Party> task = hop.grant().hop().task();
            task.ifPresent(under ->
                    children.computeIfAbsent(under, _ -> new HashSet<>()).add(hop.grant().to()));
        }
        int limit = walk.input().settings().widest();
        children.forEach((party, below) -> {
            if (below.size() <= limit) {
                tally.fine();
            } else {
                tally.found(
                        party,
                        List.of(),
                        Evidence.of(
                                party.kind() == Party.Kind.TASK ? "taskFanOut" : "fanOut",
                                party.display(),
                                below.size(),
                                limit));
            }
        });
        return tally.result();
    }
}
