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
 */
record PlanMarks(
        boolean after,
        Set<String> ended,
        Set<Party> stopped,
        Set<Party> remaining,
        Set<String> unissued) {
    static final PlanMarks NONE = new PlanMarks(false, Set.of(), Set.of(), Set.of(), Set.of());

    static PlanMarks of(PlannedPicture shown) {
        return new PlanMarks(
                shown.after(),
                shown.cut().ended().stream().map(Grant::id).collect(Collectors.toSet()),
                shown.cut().stopped(),
                shown.cut().remaining(),
                shown.effect().unissued().stream()
                        .map(Object::toString)
                        .collect(Collectors.toSet()));
    }

    /** What is drawn as gone. */
    Set<String> removed() {
        return after ? ended : Set.of();
    }
}
