package dev.curfew.views.delegation;

import dev.curfew.delegation.Party;
import java.time.Instant;
import java.util.Set;

/**
 * Which picture of the grants is wanted.
 *
 * @param at what counts then is drawn whole, the rest dashed
 * @param only these alone; empty: everyone
 * @param unfolded folds that are open
 * @param single parties that stand by themselves whatever is folded
 * @param removed grants that a change would end
 * @param plan what a plan does to those that are drawn
 */
public record PictureRequest(
        Instant at,
        Set<Party> only,
        Set<String> unfolded,
        Set<Party> single,
        Set<String> removed,
        PlanMarks plan) {

    /** More boxes than this nobody reads. */
    public static final int MOST_BOXES = 300;

    public PictureRequest {
        only = Set.copyOf(only);
        unfolded = Set.copyOf(unfolded);
        single = Set.copyOf(single);
        removed = Set.copyOf(removed);
    }

    public static PictureRequest at(Instant at) {
        return new PictureRequest(at, Set.of(), Set.of(), Set.of(), Set.of(), PlanMarks.NONE);
    }

    public PictureRequest at(Instant newAt, Set<String> newRemoved) {
        return new PictureRequest(newAt, only, unfolded, single, newRemoved, plan);
    }

    public PictureRequest showing(Set<Party> newOnly) {
        return new PictureRequest(at, newOnly, unfolded, single, removed, plan);
    }

    public PictureRequest unfolding(Set<String> newUnfolded, Set<Party> newSingle) {
        return new PictureRequest(at, only, newUnfolded, newSingle, removed, plan);
    }

    PictureRequest planned(PlanMarks marks) {
        return new PictureRequest(at, only, unfolded, single, marks.removed(), marks);
    }
}
