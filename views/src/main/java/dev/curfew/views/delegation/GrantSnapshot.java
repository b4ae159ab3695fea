package dev.curfew.views.delegation;

import dev.curfew.delegation.GrantGraph;
import java.time.Instant;
import java.util.Set;

/**
 * What the screen is fed with. Immutable.
 *
 * @param source where it was read, in the operator's own names
 * @param readAt when its oldest part was read
 * @param forbidden the IDs of grants that the rules of delegation do not permit
 * @param partial why it is not everything, in a sentence; empty: it is
 */
public record GrantSnapshot(
        GrantGraph grants, String source, Instant readAt, Set<String> forbidden, String partial) {
    public GrantSnapshot {
        forbidden = Set.copyOf(forbidden);
    }

    public GrantSnapshot(GrantGraph grants, String source, Instant readAt) {
        this(grants, source, readAt, Set.of(), "");
    }
}
