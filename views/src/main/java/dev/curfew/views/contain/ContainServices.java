package dev.curfew.views.contain;

import dev.curfew.connect.Arming;
import dev.curfew.containment.approval.Approvers;
import dev.curfew.containment.book.ContainmentBook;
import dev.curfew.containment.book.DryRun;
import dev.curfew.containment.plan.ContainmentPlanner;
import dev.curfew.containment.plan.RestorePlanner;
import java.util.function.Supplier;

/**
 * What containments are made with. All but the arming may block, so tasks call them.
 *
 * @param approvers whose second word counts here, as it is kept now
 */
public record ContainServices(
        ContainmentPlanner planner,
        RestorePlanner restores,
        ContainmentBook book,
        DryRun dryRun,
        Arming arming,
        Supplier<Approvers> approvers) {}
