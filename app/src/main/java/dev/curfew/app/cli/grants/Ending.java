package dev.curfew.app.cli.grants;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.GrantGraph;
import dev.curfew.delegation.Lineages;

/**
 * When a grant ends at the latest, with those above it that whoever decides asks for too.
 *
 * @param byAbove one above it ends first
 */
record Ending(End end, boolean byAbove) {
    /** A chain may go round; the earliest end of a part of it is an end at the latest, too. */
    private static final int FURTHEST = 1000;

    static Ending of(Grant grant, GrantGraph graph) {
        Lineages lineages = graph.lineages();
        Ending ending = new Ending(grant.hop().validity().end(), false);
        int row = lineages.row(grant.id());
        for (int hop = 0;
                hop < FURTHEST
                        && graph.grants().get(row).hop().lineage().endsWithParent()
                        && lineages.parent(row) >= 0;
                hop++) {
            row = lineages.parent(row);
            ending = ending.earlier(graph.grants().get(row).hop().validity().end());
        }
        return ending;
    }

    /** What may end at any time leaves a known end as it is: that one is still the latest. */
    private Ending earlier(End above) {
        return switch (above) {
            case End.At at -> end.isAfter(at) || !(end instanceof End.At) ? byAbove(at) : this;
            case End.Unknown unknown -> end instanceof End.Never ? byAbove(unknown) : this;
            case End.Never _ -> this;
        };
    }

    private static Ending byAbove(End end) {
        return new Ending(end, true);
    }
}
