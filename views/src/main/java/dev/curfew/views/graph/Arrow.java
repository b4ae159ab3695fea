package dev.curfew.views.graph;

import java.util.List;

/**
 * A line from one box to another.
 *
 * @param id stable over all pictures of the same data
 * @param ended drawn dashed
 * @param removed drawn dashed and struck through: it was there before a change
 * @param aside of another kind than the rest: drawn dotted and thin, with an open head
 */
public record Arrow(
        String id,
        String from,
        String to,
        List<Chip> chips,
        Verdict verdict,
        boolean ended,
        boolean removed,
        boolean aside) {

    /** Each has its own shape, besides its colour. */
    public enum Verdict {
        ALLOWED,
        /** Passes on more than was received. */
        WIDENS,
        FORBIDDEN
    }

    public Arrow {
        chips = List.copyOf(chips);
    }

    public Arrow(String id, String from, String to, Chip... chips) {
        this(id, from, to, List.of(chips), Verdict.ALLOWED, false, false, false);
    }

    public Arrow judged(Verdict newVerdict) {
        return new Arrow(id, from, to, chips, newVerdict, ended, removed, aside);
    }

    public Arrow ended(boolean nowEnded) {
        return new Arrow(id, from, to, chips, verdict, nowEnded, removed, aside);
    }

    public Arrow removed(boolean nowRemoved) {
        return new Arrow(id, from, to, chips, verdict, ended, nowRemoved, aside);
    }

    /** Of another kind than the rest. */
    public Arrow setAside() {
        return new Arrow(id, from, to, chips, verdict, ended, removed, true);
    }

    public boolean isLoop() {
        return from.equals(to);
    }

    /** Whether it is to be seen first: forbidden or wider than what was received. */
    public boolean isGrave() {
        return verdict != Verdict.ALLOWED;
    }
}
