package dev.curfew.views.delegation;

import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.check.Facts;
import java.time.Instant;
import java.util.Set;

/**
 * What the screen is fed with. Immutable.
 *
 * @param source where it was read, in the operator's own names
 * @param readAt when its oldest part was read
 * @param partial why it is not everything, in a sentence; empty: it is
 * @param facts what is known beside the grants
 * @param marks what checks and rules said of it, or of the one before while they are at it
 */
public record GrantSnapshot(
        GrantGraph grants,
        String source,
        Instant readAt,
        String partial,
        Facts facts,
        FindingMarks marks) {

    public GrantSnapshot(
            GrantGraph grants, String source, Instant readAt, String partial, Facts facts) {
        this(grants, source, readAt, partial, facts, FindingMarks.NONE);
    }

    public GrantSnapshot(GrantGraph grants, String source, Instant readAt) {
        this(grants, source, readAt, "", Facts.NONE);
    }

    public GrantSnapshot with(FindingMarks newMarks) {
        return new GrantSnapshot(grants, source, readAt, partial, facts, newMarks);
    }

    GrantSnapshot with(GrantGraph newGrants) {
        return new GrantSnapshot(newGrants, source, readAt, partial, facts, marks);
    }

    /** The IDs of grants that the rules of delegation do not permit. */
    public Set<String> forbidden() {
        return marks.forbidden();
    }
}
