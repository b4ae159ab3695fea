package dev.curfew.delegation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that one party can reach, or everyone who can reach it, nearest first. An upper bound:
 * a delegate that is asked to do something need not do it.
 */
public final class Reach {
    /**
     * One that is reached.
     *
     * @param distance how many grants away; 1 is by a grant of its own
     * @param by the grant next to it on the shortest way
     */
    public record Reached(Party party, int distance, Grant by) {
        /** Whether it takes somebody else to get there. */
        public boolean isThroughOthers() {
            return distance > 1;
        }
    }

    private final Party start;
    private final boolean forward;
    private final Map<Party, Reached> reached;

    Reach(Party start, boolean forward, List<Reached> reached) {
        this.start = start;
        this.forward = forward;
        this.reached = LinkedHashMap.newLinkedHashMap(reached.size());
        reached.forEach(one -> this.reached.put(one.party(), one));
    }

    public Party start() {
        return start;
    }

    public Collection<Reached> all() {
        return Collections.unmodifiableCollection(reached.values());
    }

    public List<Reached> of(Party.Kind kind) {
        return reached.values().stream().filter(one -> one.party().kind() == kind).toList();
    }

    public Optional<Reached> find(Party party) {
        return Optional.ofNullable(reached.get(party));
    }

    /** The grants of the shortest way, in the direction of the grants; empty if there is none. */
    public List<Grant> way(Party party) {
        List<Grant> way = new ArrayList<>();
        Reached at = reached.get(party);
        while (at != null) {
            way.add(at.by());
            at = reached.get(forward ? at.by().from() : at.by().to());
        }
        return List.copyOf(forward ? way.reversed() : way);
    }
}
