package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Grant.State;
import dev.curfew.views.graph.Placement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the screen shows.
 *
 * @param snapshot empty: nobody feeds it
 * @param at the time that is drawn
 * @param rows every grant that is drawn, with its state at that time
 * @param removed what a planned change would end, by ID
 */
public record DelegationState(
        Optional<GrantSnapshot> snapshot,
        Instant at,
        Folded folded,
        Placement placement,
        List<Row> rows,
        Set<String> removed) {
    static final DelegationState NONE =
            new DelegationState(
                    Optional.empty(),
                    Instant.EPOCH,
                    Folded.EMPTY,
                    Placement.EMPTY,
                    List.of(),
                    Set.of());

    /** A grant in the table. */
    public record Row(Grant grant, State state, boolean forbidden, boolean widens) {}
}
