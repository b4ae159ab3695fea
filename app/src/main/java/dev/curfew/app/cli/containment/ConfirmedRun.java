package dev.curfew.app.cli.containment;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.connect.Arming;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.plan.ContainmentPlan;
import dev.curfew.containment.plan.PlanJson;
import dev.curfew.containment.run.ContainmentRunner;
import dev.curfew.containment.run.ContainmentRunner.Pace;
import dev.curfew.containment.run.ContainmentState;
import dev.curfew.containment.run.RunControl;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * Prints a containment's plan and, where it was confirmed, runs it and prints what became of it.
 */
final class ConfirmedRun {
    private final Session session;
    private final Printer printer;
    private final ConfirmOptions options;
    private final RunControl control = new RunControl();
    private Optional<String> second = Optional.empty();

    ConfirmedRun(Session session, ConfirmOptions options) {
        this.session = session;
        this.printer = session.printer();
        this.options = options;
    }

    /** Somebody else approved; checked before it gets here. */
    ConfirmedRun approvedBy(Optional<String> other) {
        second = other;
        return this;
    }

    RunControl control() {
        return control;
    }

    int run(ContainmentPlan plan) {
        if (!printer.isJson()) {
            new ContainmentText(plan, printer).write();
        }
        Optional<Failure> refused = refusal(plan);
        if (options.dryRun || refused.isPresent()) {
            return ended(plan, refused);
        }
        if (session.keepingStore() instanceof Failed<LocalStore>(var failure)) {
            return ended(plan, Optional.of(failure));
        }
        Confirmation confirmation =
                new Confirmation(
                        session.around().user(), options.reason, options.incident, options.confirm);
        return armed(plan, runner -> runner.run(plan, confirmation, control, state -> {}));
    }

    int resume(ContainmentState known) {
        return armed(known.plan(), runner -> runner.resume(known, control, state -> {}));
    }

    private int armed(
            ContainmentPlan plan, Function<ContainmentRunner, Outcome<ContainmentState>> run) {
        Arming arming = session.core().arming();
        plan.connections().forEach(connection -> arming.arm(connection, Arming.DEFAULT));
        try (Stop.Watch _ = session.around().stop().whileRunning(control::abort)) {
            return switch (run.apply(session.core().containmentRunner(pace()))) {
                case Failed<ContainmentState>(var failure) -> printer.failed(failure);
                case Ok<ContainmentState>(var state) -> report(state);
            };
        } finally {
            plan.connections().forEach(arming::disarm);
        }
    }

    /** At once, and where it is wanted again as often as the surroundings say. */
    private Pace pace() {
        List<Duration> looks = new ArrayList<>(List.of(Duration.ZERO));
        if (options.watch) {
            Duration after = Duration.ZERO;
            for (Duration pause : session.around().watchPauses()) {
                after = after.plus(pause);
                looks.add(after);
            }
        }
        return new Pace(Pace.USUAL.backoff(), looks, Pace.USUAL.gatePatience());
    }

    private int report(ContainmentState state) {
        int code = ContainmentExit.code(state);
        Optional<Failure> why = code == 0 ? Optional.empty() : ContainmentExit.firstFailure(state);
        if (printer.isJson()) {
            ObjectNode json = StateJson.write(state, session.now(), printer);
            why.ifPresent(failure -> json.set("error", printer.error(failure)));
            printer.json(json);
        } else {
            new StateText(printer).write(state, session.now());
            if (state.plan().isReversible() && state.plan().restores().isEmpty()) {
                printer.line("");
                printer.line(printer.text("containment.restore", state.id()));
            }
            why.ifPresent(printer::warn);
        }
        return code;
    }

    private int ended(ContainmentPlan plan, Optional<Failure> refused) {
        if (printer.isJson()) {
            ObjectNode json = PlanJson.write(plan);
            refused.ifPresent(why -> json.set("error", printer.error(why)));
            printer.json(json);
        } else {
            refused.ifPresent(printer::warn);
        }
        return refused.map(why -> why.reason().exitCode()).orElse(0);
    }

    /** What is known to be wrong before anything is opened or sent. */
    private Optional<Failure> refusal(ContainmentPlan plan) {
        if (!plan.refusals().isEmpty()) {
            return Optional.of(plan.refusals().getFirst());
        }
        if (options.dryRun) {
            return Optional.empty();
        }
        if (!options.yes) {
            return Optional.of(Failure.of(Reason.NOT_CONFIRMED, plan.title()));
        }
        return session.options().readOnly
                ? Optional.of(Failure.of(Reason.READ_ONLY, plan.title()))
                : Optional.empty();
    }
}
