package dev.curfew.delegation.check;

import dev.curfew.delegation.End;
import dev.curfew.delegation.Grant;
import dev.curfew.delegation.Lineages;
import dev.curfew.delegation.check.Fact.ClosedTasks;
import dev.curfew.delegation.check.Fact.Usage;
import dev.curfew.delegation.check.Walk.Living;
import dev.curfew.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long a hop counts: D03, D04, D05, D22. */
final class TimeChecks {
    private TimeChecks() {}

    /** D03: a hop ends later than something above it. */
    static CheckResult outlives(Walk walk) {
        Tally tally = new Tally(CheckId.D03);
        @Nullable Grant[] first = firstToEnd(walk);
        for (Living hop : walk.delegations()) {
            int parent = walk.lineages().parent(hop.row());
            Grant above = parent < 0 ? null : first[parent];
            if (above == null) {
                continue;
            }
            End own = hop.grant().hop().validity().end();
            if (own instanceof End.Unknown) {
                tally.unknown(Missing.ENDS);
            } else if (own.isAfter(above.hop().validity().end())) {
                boolean held = hop.grant().hop().lineage().endsWithParent();
                tally.found(
                        held ? CheckId.D03.severity().lower() : CheckId.D03.severity(),
                        hop.grant().to(),
                        List.of(hop.grant().id()),
                        Evidence.of(
                                held ? "outlivesOnPaper" : "outlives",
                                hop.grant().id(),
                                above.id(),
                                end(above)));
            } else {
                tally.fine();
            }
        }
        return tally.result();
    }

    /** By row the grant that ends first, of itself and all above; null where none has an end. */
    private static @Nullable Grant[] firstToEnd(Walk walk) {
        Lineages lineages = walk.lineages();
        @Nullable Grant[] first = new Grant[walk.graph().grants().size()];
        for (int row : lineages.parentsFirst()) {
            Grant own = walk.graph().grants().get(row);
            Grant best = own.hop().validity().end() instanceof End.At ? own : null;
            int parent = lineages.parent(row);
            Grant above = parent < 0 || lineages.loops(row) ? null : first[parent];
            boolean earlier =
                    above != null
                            && (best == null
                                    || best.hop()
                                            .validity()
                                            .end()
                                            .isAfter(above.hop().validity().end()));
            first[row] = earlier ? above : best;
        }
        return first;
    }

    private static String end(Grant grant) {
        return grant.hop().validity().end().instant().map(Instant::toString).orElse("");
    }

    /** D04: the task is over, and a grant for it still counts. */
    static CheckResult taskOver(Walk walk) {
        Optional<ClosedTasks> closed = walk.input().facts().find(ClosedTasks.class);
        if (closed.isEmpty()) {
            return Tally.notChecked(CheckId.D04, Missing.CLOSED_TASKS);
        }
        Tally tally = new Tally(CheckId.D04);
        List<Grant> grants = walk.graph().grants();
        for (int row = 0; row < grants.size(); row++) {
            Grant grant = grants.get(row);
            if (!grant.isRight() || !walk.counts(row) || grant.hop().task().isEmpty()) {
                continue;
            }
            Instant over = closed.get().over().get(grant.hop().task().get());
            if (over == null || walk.input().now().isBefore(over)) {
                tally.fine();
            } else {
                tally.found(
                        grant.kind() == Grant.Kind.DELEGATES ? grant.to() : grant.from(),
                        List.of(grant.id()),
                        Evidence.of(
                                "taskOver", grant.id(), grant.hop().task().get().display(), over));
            }
        }
        return tally.result();
    }

    /** D05: what a hop was made from is gone, and the hop still counts. */
    static CheckResult orphaned(Walk walk) {
        Tally tally = new Tally(CheckId.D05);
        for (Living hop : walk.delegations()) {
            Optional<String> named = hop.grant().parent();
            if (named.isEmpty()) {
                continue;
            }
            int parent = walk.lineages().parent(hop.row());
            if (parent == Lineages.MISSING) {
                tally.found(
                        hop.grant(), Evidence.of("parentMissing", hop.grant().id(), named.get()));
            } else if (walk.counts(parent)) {
                tally.fine();
            } else {
                tally.found(hop.grant(), Evidence.of("parentEnded", hop.grant().id(), named.get()));
            }
        }
        return tally.result();
    }

    /** D22: a delegation that nobody has used for long. */
    static CheckResult unused(Walk walk) {
        Optional<Usage> usage = walk.input().facts().find(Usage.class);
        if (usage.isEmpty()) {
            return Tally.notChecked(CheckId.D22, Missing.USAGE);
        }
        Tally tally = new Tally(CheckId.D22);
        Duration limit = walk.input().settings().unusedFor();
        for (Living hop : walk.delegations()) {
            Instant last = usage.get().last().get(hop.grant().id());
            // Without a use, only as long as it could have been seen.
            Instant from = last == null ? seenSince(hop.grant(), usage.get()) : last;
            Duration idle = Duration.between(from, walk.input().now());
            if (idle.compareTo(limit) <= 0) {
                tally.fine();
            } else {
                tally.found(
                        hop.grant(),
                        Evidence.of(
                                last == null ? "neverUsed" : "unused",
                                hop.grant().id(),
                                Durations.display(idle)));
            }
        }
        return tally.result();
    }

    private static Instant seenSince(Grant grant, Usage usage) {
        return grant.hop()
                .validity()
                .issuedAt()
                .filter(issued -> issued.isAfter(usage.since()))
                .orElse(usage.since());
    }
}
