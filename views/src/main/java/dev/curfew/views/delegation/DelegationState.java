package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.views.graph.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the screen shows.
 *
 * @param snapshot empty: nobody feeds it
 * @param at the time that is drawn
 * @param rows every grant that is drawn, with its state at that time
 * @param chains SPIRE's own that are drawn, which are no grants
 * @param removed what a planned change would end, by ID
 * @param plan a whole plan that is looked at
 */
public record DelegationState(
        Optional<GrantSnapshot> snapshot,
        Instant at,
        Folded folded,
        Placement placement,
        List<Row> rows,
        List<Row> chains,
        Set<String> removed,
        Optional<PlannedPicture> plan) {
    static final DelegationState NONE =
            new DelegationState(
                    Optional.empty(),
                    Instant.EPOCH,
                    Folded.EMPTY,
                    Placement.EMPTY,
                    List.of(),
                    List.of(),
                    Set.of(),
                    Optional.empty());

    /** What the table shows: the grants, and after them what is none. */
    List<Row> lines() {
        return Stream.concat(rows.stream(), chains.stream()).toList();
    }

    /** Whether the end of one grant is tried out, and no whole plan. */
    boolean isWhatIf() {
        return plan.isEmpty() && !removed.isEmpty();
    }

    /**
     * A grant in the table.
     *
     * @param then what a plan does to it that is shown as it would be then
     */
    public record Row(Grant grant, State state, boolean forbidden, boolean widens, Then then) {}

    /** What a plan does to a grant. */
    public enum Then {
        SAME,
        ENDED,
        RETURNED
    }
}
