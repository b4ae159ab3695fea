package dev.curfew.delegation;

import dev.curfew.delegation.Grant.State;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which grant was made from which, by row number, with depths and states. Without recursion: a
 * chain may have any length, and may loop. Immutable, any thread.
 */
public final class Lineages {
    /** It names no parent. */
    public static final int NONE = -1;

    /** It names one that is not here. */
    public static final int MISSING = -2;

    private static final int LOOPS = -1;
    private static final int OPEN = -2;

    private final List<Grant> grants;
    private final Map<String, Integer> rows;
    private final int[] parents;
    private final int[] depths;

    /** Rows, each behind its parent; rows of loops at the end. */
    private final int[] order;

    Lineages(List<Grant> grants) {
        this.grants = grants;
        this.rows = HashMap.newHashMap(grants.size());
        for (int row = 0; row < grants.size(); row++) {
            rows.put(grants.get(row).id(), row);
        }
        this.parents = new int[grants.size()];
        this.depths = new int[grants.size()];
        this.order = new int[grants.size()];
        for (int row = 0; row < parents.length; row++) {
            parents[row] =
                    grants.get(row).parent().map(id -> rows.getOrDefault(id, MISSING)).orElse(NONE);
        }
        measure();
    }

    private void measure() {
        Arrays.fill(depths, OPEN);
        boolean[] walked = new boolean[parents.length];
        int[] way = new int[parents.length];
        int placed = 0;
        for (int start = 0; start < parents.length; start++) {
            int length = 0;
            int at = start;
            while (at >= 0 && depths[at] == OPEN && !walked[at]) {
                walked[at] = true;
                way[length++] = at;
                at = parents[at];
            }
            // Walked already and still open: this way has come back to itself.
            boolean loops = at >= 0 && (depths[at] == LOOPS || depths[at] == OPEN);
            int above = at < 0 || loops ? 0 : depths[at];
            for (int i = length - 1; i >= 0; i--) {
                int row = way[i];
                boolean passesOn = grants.get(row).kind() == Grant.Kind.DELEGATES;
                above += passesOn ? 1 : 0;
                depths[row] = loops ? LOOPS : above;
                order[placed++] = row;
            }
        }
    }

    public int row(String id) {
        return rows.getOrDefault(id, MISSING);
    }

    public int parent(int row) {
        return parents[row];
    }

    public boolean loops(int row) {
        return depths[row] == LOOPS;
    }

    /** How often rights have been passed on down to this row; 0 where the chain loops. */
    public int depth(int row) {
        return Math.max(depths[row], 0);
    }

    public int[] parentsFirst() {
        return order.clone();
    }

    /** What each grant is at that moment, by row. */
    public State[] states(Instant now) {
        State[] states = new State[parents.length];
        for (int row : order) {
            Grant grant = grants.get(row);
            State own = own(grant, now);
            int parent = parents[row];
            boolean bound = grant.hop().lineage().endsWithParent() && parent >= 0 && !loops(row);
            boolean cut = bound && counts(own) && !counts(states[parent]);
            states[row] = cut ? State.CUT_ABOVE : own;
        }
        return states;
    }

    /** Whether a grant in that state can be used, as far as anyone knows. */
    public static boolean counts(State state) {
        return state == State.LIVE || state == State.UNKNOWN;
    }

    private static State own(Grant grant, Instant now) {
        Validity validity = grant.hop().validity();
        if (validity.withdrawn()) {
            return State.WITHDRAWN;
        }
        if (validity.end().isPast(now)) {
            return State.EXPIRED;
        }
        if (!validity.countsAt(now)) {
            return State.PENDING;
        }
        return validity.end() instanceof End.Unknown ? State.UNKNOWN : State.LIVE;
    }
}
