package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.target.PolicyOptions;
import dev.curfew.app.cli.target.TargetOptions;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        description = "Goes on with a containment that was cut off or did not get everywhere.",
        footer = {
            "",
            "What is as wanted by now is left alone; the rest is done, as its plan says.",
            "Example: curfew resume c-20261124-140205-x7k2 --yes",
            "Exit codes: as for contain; 32 no containment of that id"
        })
public final class ResumeCommand implements Callable<Integer> {
    /** What must be typed to lock nodes out. */
    static final String OVERRIDE = "revoke anyway";

    private final Session session;
    private final Printer printer;

    @Parameters(paramLabel = "ID", description = "The containment's id.")
    private String id = "";

    @Option(
            names = "--override-gate",
            paramLabel = "TEXT",
            defaultValue = "",
            description =
                    "Revoke although nodes have not taken up the new authority; they are locked"
                            + " out by that. TEXT must be '"
                            + OVERRIDE
                            + "'.")
    private String override = "";

    @Mixin private ConfirmOptions confirm = new ConfirmOptions();
    @Mixin private TargetOptions options = new TargetOptions();
    @Mixin private PolicyOptions policy = new PolicyOptions();

    public ResumeCommand(Session session) {
        this.session = session;
        this.printer = session.printer();
    }

    @Override
    public Integer call() {
        if (!override.isEmpty() && !override.equals(OVERRIDE)) {
            return printer.failed(
                    new Failure(
                            Reason.NOT_CONFIRMED, id, "--override-gate needs '" + OVERRIDE + "'"));
        }
        session.store();
        return switch (session.core().containmentHistory().find(id)) {
            case Failed<ContainmentState>(var failure) -> printer.failed(failure);
            case Ok<ContainmentState>(var known) -> resume(known);
        };
    }

    private int resume(ContainmentState known) {
        ContainmentPlan plan = known.plan();
        if (confirm.dryRun || !confirm.yes) {
            if (!printer.isJson()) {
                new ContainmentText(plan, printer).write();
                new StateText(printer).write(known, session.now());
            } else if (confirm.dryRun) {
                printer.json(StateJson.write(known, session.now(), printer));
            }
            return confirm.dryRun
                    ? 0
                    : printer.failed(Failure.of(Reason.NOT_CONFIRMED, plan.title()));
        }
        if (session.options().readOnly) {
            return printer.failed(Failure.of(Reason.READ_ONLY, plan.title()));
        }
        return switch (Targets.read(plan.connections(), options, policy, session)) {
            case Failed<List<String>>(var failure) -> printer.failed(failure);
            case Ok<List<String>> _ -> {
                ConfirmedRun run = new ConfirmedRun(session, confirm);
                if (!override.isEmpty()) {
                    run.control().overrideGate();
                }
                yield run.resume(known);
            }
        };
    }
}
