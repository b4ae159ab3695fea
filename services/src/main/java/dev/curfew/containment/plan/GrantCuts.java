package dev.curfew.containment.plan;

import dev.curfew.delegation.Cut;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Party;
import dev.curfew.estate.BackendEstate;
import dev.curfew.policy.Relationship;
import io.spiffe.spiffeid.SpiffeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which grants of one backend have to go so that nobody of a set acts by them any more: those that
 * were given to them, that they have given, and that they hold by themselves. The highest hop of a
 * chain comes first; what ends with it is not named again. Pure.
 *
 * @param grants to be cut, in order
 * @param delegates others who lose what was passed on to them
 * @param toEveryone living grants to everyone, which can not be cut for a few
 */
record GrantCuts(List<Grant> grants, SortedSet<Party> delegates, List<Grant> toEveryone) {

    /**
     * @param andBelow also what was made from those grants and does not end with them
     */
    static GrantCuts of(BackendEstate backend, Set<SpiffeId> meant, boolean andBelow, Instant now) {
        GrantGraph graph = backend.grants().value().graph();
        List<State> states = graph.states(now);
        Map<String, Grant> found = new LinkedHashMap<>();
        List<Grant> toEveryone = new ArrayList<>();
        for (int row = 0; row < states.size(); row++) {
            Grant grant = graph.grants().get(row);
            if (!mayCount(states.get(row)) || !grant.isRight()) {
                continue;
            }
            if (grant.from().isEveryone() || grant.to().isEveryone()) {
                toEveryone.add(grant);
            } else if (concerns(grant, meant)) {
                found.put(grant.id(), grant);
            }
        }
        Set<String> below = new HashSet<>();
        for (Grant grant : List.copyOf(found.values())) {
            for (Grant child : graph.below(grant.id())) {
                below.add(child.id());
                if (andBelow) {
                    found.putIfAbsent(child.id(), child);
                }
            }
        }
        SortedSet<Party> delegates = new TreeSet<>();
        graph.grants().stream()
                .filter(grant -> grant.kind() == Grant.Kind.DELEGATES)
                .filter(grant -> found.containsKey(grant.id()) || below.contains(grant.id()))
                .map(Grant::to)
                .filter(party -> !isMeant(party, meant))
                .forEach(delegates::add);
        return new GrantCuts(
                Cut.highestFirst(graph, found.keySet()).stream()
                        .filter(cut -> !cut.endsAnyway())
                        .map(Cut::grant)
                        .toList(),
                delegates,
                List.copyOf(toEveryone));
    }

    /** Each once, in the order in which they are to go. */
    SequencedSet<Relationship> relationships(BackendEstate backend) {
        SequencedSet<Relationship> all = new LinkedHashSet<>();
        grants.forEach(grant -> all.addAll(backend.grants().value().mapped().endedBy(grant)));
        return all;
    }

    /** What has not begun yet would count later. */
    private static boolean mayCount(State state) {
        return state == State.LIVE || state == State.PENDING || state == State.UNKNOWN;
    }

    private static boolean concerns(Grant grant, Set<SpiffeId> meant) {
        return isMeant(grant.from(), meant)
                || (grant.kind() == Grant.Kind.DELEGATES && isMeant(grant.to(), meant));
    }

    private static boolean isMeant(Party party, Set<SpiffeId> meant) {
        return party.spiffeId().filter(meant::contains).isPresent();
    }
}
