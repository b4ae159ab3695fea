package dev.curfew.app.cli.action;

import dev.curfew.app.cli.session.Printer;
import dev.curfew.app.cli.session.Session;
import dev.curfew.app.cli.session.Stop;
import dev.curfew.connect.Arming;
import dev.curfew.containment.ChangePlan;
import dev.curfew.containment.ChangeReport;
import dev.curfew.containment.Confirmation;
import dev.curfew.containment.ItemReport;
import dev.curfew.containment.Runner;
import dev.curfew.localstore.LocalStore;
import dev.curfew.outcome.Failure;
import dev.curfew.outcome.Outcome.Failed;
import dev.curfew.outcome.Outcome.Ok;
import dev.curfew.outcome.Reason;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.node.ObjectNode;

/** Prints a plan and, where it was confirmed, runs it and prints what became of it. */
final class ActionRun {
    private final Session session;
    private final Printer printer;
    private final ActionOptions options;

    ActionRun(Session session, ActionOptions options) {
        this.session = session;
        this.printer = session.printer();
        this.options = options;
    }

    int run(ChangePlan plan) {
        if (!printer.isJson()) {
            new PlanText(plan, printer).write();
        }
        Optional<Failure> refused = refusal(plan);
        if (options.dryRun || refused.isPresent()) {
            return ended(PlanJson.write(plan, printer), refused);
        }
        return switch (session.keepingStore()) {
            case Failed<LocalStore>(var failure) ->
                    ended(PlanJson.write(plan, printer), Optional.of(failure));
            case Ok<LocalStore> _ -> report(execute(plan));
        };
    }

    /** What is known to be wrong before anything is opened or sent. */
    private Optional<Failure> refusal(ChangePlan plan) {
        if (!plan.refusals().isEmpty()) {
            return Optional.of(plan.refusals().getFirst());
        }
        if (options.dryRun) {
            return Optional.empty();
        }
        if (!options.yes) {
            return Optional.of(Failure.of(Reason.NOT_CONFIRMED, plan.connection()));
        }
        if (session.options().readOnly) {
            return Optional.of(Failure.of(Reason.READ_ONLY, plan.connection()));
        }
        return plan.typed()
                .filter(text -> !text.equals(options.confirm))
                .map(text ->
                        new Failure(
                                Reason.NOT_CONFIRMED,
                                plan.connection(),
                                "it needs --confirm '" + text + "'"));
    }

    private ChangeReport execute(ChangePlan plan) {
        Confirmation confirmation =
                new Confirmation(
                        session.around().user(), options.reason, options.incident, options.confirm);
        Arming arming = session.core().arming();
        arming.arm(plan.connection(), Arming.DEFAULT);
        try {
            ChangeReport report = session.core().runner().run(plan, confirmation, untilStopped());
            return options.watch ? watch(report, confirmation) : report;
        } finally {
            arming.disarm(plan.connection());
        }
    }

    /** A batch that was sent is waited for; no other is begun after Ctrl-C. */
    private Runner.Progress untilStopped() {
        return new Runner.Progress() {
            @Override
            public void items(List<ItemReport> items) {}

            @Override
            public boolean isCancelled() {
                return session.around().stop().isRequested();
            }
        };
    }

    private ChangeReport watch(ChangeReport first, Confirmation confirmation) {
        if (first.count(ItemReport.State.CONFIRMED) == 0) {
            return first;
        }
        printer.say(printer.text("action.watching"));
        CountDownLatch looks = new CountDownLatch(session.around().watchPauses().size());
        AtomicReference<ChangeReport> newest = new AtomicReference<>(first);
        session.core()
                .reversalWatch(session.around().watchPauses())
                .watch(
                        first,
                        confirmation,
                        report -> {
                            newest.set(report);
                            looks.countDown();
                        });
        Thread here = Thread.currentThread();
        try (Stop.Watch _ = session.around().stop().whileRunning(here::interrupt)) {
            looks.await();
        } catch (InterruptedException e) {
            printer.say(printer.text("action.notWatched"));
        }
        return newest.get();
    }

    private int report(ChangeReport report) {
        if (!printer.isJson()) {
            new ReportText(report, printer).write();
        }
        int code = exitCode(report);
        Optional<Failure> why = code == 0 ? Optional.empty() : firstFailure(report);
        ObjectNode json = PlanJson.write(report.plan(), printer);
        json.set("report", ReportJson.write(report, printer));
        if (printer.isJson()) {
            why.ifPresent(failure -> json.set("error", printer.error(failure)));
            printer.json(json);
        } else {
            why.ifPresent(printer::warn);
        }
        return code;
    }

    private int ended(ObjectNode json, Optional<Failure> refused) {
        if (printer.isJson()) {
            refused.ifPresent(why -> json.set("error", printer.error(why)));
            printer.json(json);
        } else {
            refused.ifPresent(printer::warn);
        }
        return refused.map(why -> why.reason().exitCode()).orElse(0);
    }

    /** 0: all as wanted; 1: a part of it; else why nothing was done. */
    private static int exitCode(ChangeReport report) {
        if (report.succeeded()) {
            return 0;
        }
        long done =
                report.count(ItemReport.State.CONFIRMED) + report.count(ItemReport.State.ACCEPTED);
        return done > 0
                ? 1
                : firstFailure(report)
                        .map(why -> why.reason().exitCode())
                        .orElse(Reason.CANCELLED.exitCode());
    }

    private static Optional<Failure> firstFailure(ChangeReport report) {
        return report.refused()
                .or(() ->
                        report.items().stream()
                                .flatMap(item -> item.failure().stream())
                                .findFirst());
    }
}
