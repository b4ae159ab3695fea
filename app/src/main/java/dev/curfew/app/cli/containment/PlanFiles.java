package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanDrift;
import dev.curfew.containment.plan.PlanDrift.Difference;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Reason;
import dev.curfew.outcome.SafeText;
import java.util.List;

/** Saved plans, held against the servers. */
final class PlanFiles {
    private PlanFiles() {}

    /**
     * The saved plan with the times of now; CHANGED_MEANWHILE with what differs where the servers
     * are no longer as it saw them.
     */
    static Outcome<ContainmentPlan> stillHolds(
            ContainmentPlan saved, ContainmentPlan fresh, Printer printer) {
        List<Difference> differences = PlanDrift.between(saved, fresh);
        if (!differences.isEmpty()) {
            differences.forEach(d -> printer.say("  " + sentence(d, printer)));
            return Outcome.failed(
                    Reason.CHANGED_MEANWHILE,
                    "what the plan " + saved.id() + " is about",
                    sentence(differences.getFirst(), printer)
                            + (differences.size() > 1
                                    ? " and " + (differences.size() - 1) + " more"
                                    : ""));
        }
        return Outcome.ok(fresh.withId(saved.id()));
    }

    private static String sentence(Difference difference, Printer printer) {
        return printer.serviceText(
                "drift." + difference.key(),
                SafeText.of(difference.subject()),
                SafeText.of(difference.before()),
                SafeText.of(difference.after()));
    }
}
