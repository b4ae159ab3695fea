package dev.curfew.views.delegation;

import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Party;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a plan does to what is drawn.
 *
 * @param after whether it is drawn as it would be then, and not as it is
 * @param ended grants that it ends, by ID
 * @param stopped who can act by no grant then
 * @param remaining who loses a grant and can act all the same
 * @param unissued who gets no new identity then
 * @param returned grants that it puts back, by ID
 * @param enabled who can act by them and can not now
 */
record PlanMarks(
        boolean after,
        Set<String> ended,
        Set<Party> stopped,
        Set<Party> remaining,
        Set<String> unissued,
        Set<String> returned,
        Set<Party> enabled) {
    static final PlanMarks NONE =
            new PlanMarks(false, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    static PlanMarks of(PlannedPicture shown) {
        return new PlanMarks(
                shown.after(),
                shown.cut().ended().stream().map(Grant::id).collect(Collectors.toSet()),
                shown.cut().stopped(),
                shown.cut().remaining(),
                shown.effect().unissued().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()),
                shown.cut().returned().stream().map(Grant::id).collect(Collectors.toSet()),
                shown.cut().enabled());
    }

    /** What it does to one grant, in the picture as it would be then. */
    DelegationState.Then then(Grant grant) {
        if (!after) {
            return DelegationState.Then.SAME;
        }
        return ended.contains(grant.id())
                ? DelegationState.Then.ENDED
                : returned.contains(grant.id())
                        ? DelegationState.Then.RETURNED
                        : DelegationState.Then.SAME;
    }

    /** What is drawn as gone. */
    Set<String> removed() {
        return after ? ended : Set.of();
    }
}
