package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts back what a containment did, as a plan of its own.",
        footer = {
            "",
            "Example: curfew restore c-20261124-140205-x7k2 --confirm planner --yes",
            "Exit codes: as for contain; 32 no such containment, or nothing can be put back"
        })
public final class RestoreCommand implements Callable<Integer> {
    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "ID", description = "The containment's id.")
    private String id = "";

    @Mixin private ConfirmOptions confirm = new ConfirmOptions();
    @Mixin private TargetOptions options = new TargetOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();

    public RestoreCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        session.store();
        return switch (session.core().containmentHistory().find(id)) {
            case Failed<ContainmentState>(var failure) -> printer.failed(failure);
            case Ok<ContainmentState>(var done) -> restore(done);
        };
    }

    private int restore(ContainmentState done) {
        if (Targets.read(done.plan().connections(), options, policy, session)
                instanceof Failed<List<String>>(var failure)) {
            return printer.failed(failure);
        }
        return switch (session.core()
                .restorePlanner()
                .plan(done.plan(), session.core().estates().estate())) {
            case Failed<ContainmentPlan>(var failure) -> printer.failed(failure);
            case Ok<ContainmentPlan>(var plan) -> new ConfirmedRun(session, confirm).run(plan);
        };
    }
}
